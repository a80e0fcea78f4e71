import { Query } from 'mingo/query'
import { cloneDeep, removeValue, resolve, setValue } from 'mingo/util'
import { CloudError } from '../cloud-error'
import { isPlain, type Doc } from '../protocol/ejson'
import { itemTest } from './item-test'
import { guarded, options } from './matcher'

/** Makes of a list the part that is shown; undefined when nothing of it is. */
type Part = (list: unknown[]) => unknown[] | undefined

/** One document by MongoDB's projection: fields in or fields out, `$slice` and `$elemMatch` of lists. */
export function projected(doc: Doc, projection: Doc): Doc {
  const wanted = Object.entries(projection)
  const parts = wanted.filter(([, value]) => isPlain(value)) as [string, Doc][]
  const fields = Object.fromEntries(wanted.filter(([, value]) => value === 0 || value === 1))
  const other = wanted.find(([path, value]) => !isPlain(value) && !(path in fields))
  if (other) return refuse(other)
  const isChoice = Object.entries(fields).some(([path, value]) => value === 1 && path !== '_id')
  // A slice alone hides nothing; a match does.
  for (const [path, part] of parts) if (isChoice || '$elemMatch' in part) fields[path] = 1
  const shown = guarded(() => new Query({}, options).find<Doc>([doc], fields).all()[0]!)
  return parts.length === 0 ? shown : withParts(doc, cloneDeep(shown), parts)
}

function withParts(doc: Doc, shown: Doc, parts: [string, Doc][]): Doc {
  for (const [path, wanted] of parts) {
    const part = partOf(wanted)
    const list = resolve(doc, path)
    const kept = Array.isArray(list) ? part(list) : list
    if (kept === undefined) removeValue(shown, path)
    else setValue(shown, path, kept)
  }
  return shown
}

function partOf(wanted: Doc): Part {
  const [operator, operand] = Object.entries(wanted)[0] ?? []
  if (Object.keys(wanted).length > 1) return refuse(wanted)
  if (operator === '$slice') return sliceOf(operand)
  if (operator !== '$elemMatch' || !isPlain(operand)) return refuse(wanted)
  const fits = guarded(() => itemTest(operand, options))
  return (list) => {
    const at = list.findIndex(fits)
    return at < 0 ? undefined : [list[at]]
  }
}

/** The first so many, the last when negative; or leave out so many and give so many. */
function sliceOf(operand: unknown): Part {
  if (Number.isInteger(operand)) {
    const count = operand as number
    return (list) => (count < 0 ? list.slice(count) : list.slice(0, count))
  }
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(Number.isInteger))
    return refuse({ $slice: operand })
  const [skip, limit] = operand as [number, number]
  return (list) => {
    const from = skip < 0 ? Math.max(0, list.length + skip) : skip
    return list.slice(from, from + limit)
  }
}

function refuse(what: unknown): never {
  throw new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] not a projection: ${JSON.stringify(what)}`,
  )
}
