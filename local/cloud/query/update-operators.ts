import * as mingo from 'mingo/operators/update'
import { isEqual, resolve, setValue } from 'mingo/util'
import { isPlain, type Doc } from '../protocol/ejson'
import { itemTest } from './item-test'
import { options } from './matcher'

/** Changes the document that it is given. */
type Update = (fields: Doc) => (doc: Doc) => unknown

const NAMES = [
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$push',
  '$pop',
  '$pullAll',
]
const MINGO = mingo as Record<string, unknown> as Record<string, Update>

/** MongoDB's update operators. `$setOnInsert` and `$currentDate` are not among the SDK's commands. */
export const updateOperators: Record<string, Update> = {
  ...Object.fromEntries(NAMES.map((name) => [name, MINGO[name]!])),
  // mingo's would also drop what the list held twice before.
  $addToSet: (fields) => (doc) =>
    changeLists(doc, fields, (list, operand) => {
      const values =
        isPlain(operand) && '$each' in operand ? (operand['$each'] as unknown[]) : [operand]
      for (const value of values) if (!list.some((held) => isEqual(held, value))) list.push(value)
      return list
    }),
  // With the filters of queries, which refuse what they do not know.
  $pull: (fields) => (doc) =>
    changeLists(doc, fields, (list, operand) => {
      const fits = itemTest(operand, options)
      return list.filter((item) => !fits(item))
    }),
}

type Change = (list: unknown[], operand: unknown) => unknown[]

function changeLists(doc: Doc, fields: Doc, change: Change): void {
  for (const [path, operand] of Object.entries(fields)) {
    const list = resolve(doc, path)
    const changed = change(Array.isArray(list) ? [...(list as unknown[])] : [], operand)
    if (Array.isArray(list) || changed.length > 0) setValue(doc, path, changed)
  }
}
