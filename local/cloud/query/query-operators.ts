import type { Context } from 'mingo/core'
import * as mingo from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { resolve } from 'mingo/util'
import { CloudError } from '../cloud-error'
import { isPlain, type Doc } from '../protocol/ejson'
import { itemTest } from './item-test'

export type QueryOps = Parameters<Context['addQueryOps']>[0]
type QueryOp = (field: string, operand: never, options: Options) => (doc: Doc) => boolean

const isRegExp = (v: unknown): boolean => v instanceof RegExp
const isOperators = (v: unknown): boolean =>
  isPlain(v) && Object.keys(v).length > 0 && Object.keys(v).every((key) => key.startsWith('$'))
const isCount = (v: unknown): boolean => Number.isInteger(v) && (v as number) >= 0
/** MongoDB orders lists, objects and null too, by rules that mingo does not have. */
const isOrdered = (v: unknown): boolean =>
  v !== null && !Array.isArray(v) && !isPlain(v) && !isRegExp(v)
const isList = (v: unknown): boolean => Array.isArray(v)
const isFlatList = (v: unknown): boolean => Array.isArray(v) && !v.some(Array.isArray)
const areFilters = (v: unknown): boolean =>
  Array.isArray(v) && v.length > 0 && v.every((part) => isPlain(part))

/** What each operator takes. One that is not here is refused by its name, anything else by this table. */
const TAKES: Record<string, (operand: unknown) => boolean> = {
  $eq: (v) => !isRegExp(v),
  $ne: (v) => !isRegExp(v),
  $gt: isOrdered,
  $gte: isOrdered,
  $lt: isOrdered,
  $lte: isOrdered,
  $in: isFlatList,
  $nin: isFlatList,
  $all: isList,
  $size: isCount,
  $elemMatch: isPlain,
  $exists: (v) => typeof v === 'boolean' || typeof v === 'number',
  $mod: (v) => Array.isArray(v) && v.length === 2 && v.every(Number.isInteger) && v[0] !== 0,
  $regex: isRegExp,
  $not: (v) => isRegExp(v) || isOperators(v),
  $and: areFilters,
  $or: areFilters,
  $nor: areFilters,
  $expr: () => true,
}

/** Where mingo answers otherwise than MongoDB does. */
const OWN: Record<string, QueryOp> = {
  // By its page the same as $and of the single values: then a field without a list can match too.
  $all: (field, values: unknown[], options) => {
    const parts = values.map((value) => new Query({ [field]: value }, options))
    return (doc) => parts.length > 0 && parts.every((part) => part.test(doc))
  },
  // mingo takes a number in the list for any of its fields.
  $elemMatch: (field, wanted: Doc, options) => {
    const fits = itemTest(wanted, options)
    return (doc) => {
      const list = resolve(doc, field)
      return Array.isArray(list) && list.some(fits)
    }
  },
  // Only numbers have a remainder; mingo also divides text.
  $mod: (field, [by, rest]: [number, number]) => {
    const holds = (v: unknown): boolean => typeof v === 'number' && Math.trunc(v) % by === rest
    return (doc) => {
      const value = resolve(doc, field)
      return Array.isArray(value) ? value.some(holds) : holds(value)
    }
  },
}

/** MongoDB's query operators for mingo, each of which refuses what it would else silently not match. */
export const queryOperators: QueryOps = Object.fromEntries(
  Object.entries(TAKES).map(([name, takes]) => {
    const operator =
      OWN[name] ?? (mingo as Record<string, unknown> as Record<string, QueryOp>)[name]!
    const checked: QueryOp = (field, operand, options) => {
      if (!takes(operand))
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `[FailedOperation] ${name} does not take ${JSON.stringify(operand)}`,
        )
      return operator(field, operand, options)
    }
    return [name, checked]
  }),
) as QueryOps
