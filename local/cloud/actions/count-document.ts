import { collectionOf, type Action } from '../protocol/action'
import { parseObject } from '../protocol/ejson'

export const countDocument: Action = (params, db) => {
  const filter = parseObject(params['query'], db.clock.now(), true)
  return { data: { total: db.store.find(collectionOf(params, db), filter).length } }
}
