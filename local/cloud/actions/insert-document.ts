import { randomBytes } from 'node:crypto'
import { CloudError } from '../cloud-error'
import { collectionOf, writing, type Action } from '../protocol/action'
import { parseObject, type Doc } from '../protocol/ejson'
import { checkedId, refuseOperators } from '../query/storable'
import { duplicate, idKey, type Put } from '../store/store'

/** `add`, `create`: one or more documents, all of them or none. */
export const insertDocument: Action = async (params, db) => {
  const collection = collectionOf(params, db)
  const texts = params['data']
  if (!Array.isArray(texts) || texts.length === 0)
    throw new CloudError('INVALID_PARAM', 'data must be a list of documents')
  const docs = texts.map((text): Doc => {
    const doc = parseObject(text, db.clock.now())
    const { _id: id = randomBytes(16).toString('hex'), ...rest } = doc
    refuseOperators(rest)
    return { _id: checkedId({ _id: id }), ...rest }
  })
  const insertedIds = await writing(params, db, (reader) => {
    const seen = new Set<string>()
    const puts: Put[] = docs.map((doc) => {
      const id = idKey(doc['_id'])
      if (seen.has(id) || reader.doc(collection, id) !== undefined)
        throw duplicate(collection, {
          index: '_id_',
          key: `{ _id: ${JSON.stringify(doc['_id'])} }`,
        })
      seen.add(id)
      return { id, doc }
    })
    return { puts, result: docs.map((doc) => doc['_id']) }
  })
  return { data: { insertedIds } }
}
