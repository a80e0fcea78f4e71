import { collectionOf, writing, type Action } from '../protocol/action'
import { queryOf } from './modify-document'

export const removeDocument: Action = async (params, db) => {
  const collection = collectionOf(params, db)
  const filter = queryOf(params['query'], db.clock.now())
  const deleted = await writing(params, db, (reader) => {
    const all = reader.find(collection, filter)
    const found = params['multi'] ? all : all.slice(0, 1)
    return { puts: found.map(({ id }) => ({ id, doc: null })), result: found.length }
  })
  return { data: { deleted } }
}
