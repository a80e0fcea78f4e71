import { collectionOf, reading, type Action } from '../protocol/action'
import { parseObject } from '../protocol/ejson'

export const countDocument: Action = (params, db) => {
  const collection = collectionOf(params, db)
  const filter = parseObject(params['query'], db.clock.now(), true)
  const total = reading(params, db, (reader) => reader.find(collection, filter).length)
  return { data: { total } }
}
