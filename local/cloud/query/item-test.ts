import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { isPlain } from '../protocol/ejson'

const OF_DOCUMENTS = new Set(['$and', '$or', '$nor'])

/** Whether an item of a list fits: operators ask about the item itself, fields about an item that is an object. */
export function itemTest(wanted: unknown, options: Partial<Options>): (item: unknown) => boolean {
  const isOfFields =
    isPlain(wanted) &&
    Object.keys(wanted).every((key) => !key.startsWith('$') || OF_DOCUMENTS.has(key))
  const query = new Query(isOfFields ? wanted : { item: wanted }, options)
  return (item) => (isOfFields ? isPlain(item) && query.test(item) : query.test({ item }))
}
