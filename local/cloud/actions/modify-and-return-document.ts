import { collectionOf, writing, type Action } from '../protocol/action'
import { write, type Doc } from '../protocol/ejson'
import { updated } from '../query/apply-update'
import { changeOf, queryOf } from './modify-document'

/** `updateAndReturn`: changes the first match and returns it as it is afterwards. */
export const modifyAndReturnDocument: Action = async (params, db) => {
  const collection = collectionOf(params, db)
  const now = db.clock.now()
  const filter = queryOf(params['query'], now)
  const data = await writing<Doc>(params, db, (reader) => {
    const [found] = reader.find(collection, filter)
    if (!found) return { puts: [], result: { updated: 0, doc: null } }
    const doc = updated(found.doc, changeOf(params['data'], now), filter)
    const text = write(doc)
    return { puts: [{ id: found.id, doc, text }], result: { updated: 1, doc: text } }
  })
  return { data }
}
