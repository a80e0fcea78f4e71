import { CloudError } from '../cloud-error'
import { collectionOf, writing, type Action } from '../protocol/action'
import { parseObject, write, type Doc } from '../protocol/ejson'
import { updated } from '../query/apply-update'
import { checkedId, refuseOperators } from '../query/storable'
import type { HotDoc } from '../store/hot-docs'
import { idKey, type Put } from '../store/store'

/** `update` (operators on what matches) and `set` (the whole document, made if missing). `updated` counts what really changed. */
export const modifyDocument: Action = async (params, db) => {
  const collection = collectionOf(params, db)
  const now = db.clock.now()
  const filter = queryOf(params['query'], now)
  const change = changeOf(params['data'], now)
  const replace = params['merge'] === false
  if (replace) refuseReplacement(change)
  else if (params['upsert'])
    throw new CloudError('INVALID_PARAM', 'unsupported by the local cloud: update with upsert')
  const data = await writing<Doc>(params, db, (reader) => {
    const all = reader.find(collection, filter)
    const found = params['multi'] ? all : all.slice(0, 1)
    if (replace && params['upsert'] && found.length === 0) {
      const doc: Doc = { _id: checkedId(filter), ...change }
      return {
        puts: [{ id: idKey(doc['_id']), doc }],
        result: { updated: 0, upsert_id: doc['_id'] },
      }
    }
    const puts = changed(found, (doc) =>
      replace ? { _id: doc['_id'], ...change } : updated(doc, change, filter),
    )
    return { puts, result: { updated: puts.length } }
  })
  return { data }
}

/** The filter of a change. The service wants one: "all" has to be said. */
export function queryOf(text: unknown, now: number): Doc {
  if (typeof text !== 'string' || text === '')
    throw new CloudError('INVALID_PARAM', 'a change needs a query')
  return parseObject(text, now, true)
}

/** The operators of a change. What `$pull` takes is a condition, with regular expressions that match. */
export function changeOf(text: unknown, now: number): Doc {
  const change = parseObject(text, now)
  return change['$pull'] ? { ...change, $pull: parseObject(text, now, true)['$pull'] } : change
}

function refuseReplacement(doc: Doc): void {
  if ('_id' in doc) throw new CloudError('INVALID_PARAM', '_id cannot be changed')
  refuseOperators(doc)
}

function changed(found: HotDoc[], make: (doc: Doc) => Doc): Put[] {
  const puts: Put[] = []
  for (const { id, doc, text } of found) {
    const after = make(doc)
    const afterText = write(after)
    if (afterText !== text) puts.push({ id, doc: after, text: afterText })
  }
  return puts
}
