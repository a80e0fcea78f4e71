import { collectionOf, reading, type Action } from '../protocol/action'
import { parseObject, write } from '../protocol/ejson'
import { page, projected, type View } from '../query/view'

/** Documents a query gives at most, and unless it says otherwise. */
const MOST = 1000
const USUAL = 100

export const getDocument: Action = (params, db) => {
  const collection = collectionOf(params, db)
  const filter = parseObject(params['query'], db.clock.now(), true)
  const projection = parseObject(params['projection'], 0)
  const order = parseObject(params['order'], 0) as Record<string, 1 | -1>
  const wanted: View = {
    ...(Object.keys(order).length > 0 && { order }),
    offset: Number(params['offset'] ?? 0),
    limit: Math.min(Number(params['limit'] ?? USUAL), MOST),
  }
  return reading(params, db, (reader) => {
    const found = page(reader.find(collection, filter), wanted)
    if (Object.keys(projection).length === 0)
      return { data: { list: found.map((hot) => hot.text) } }
    const name = params['projection'] as string
    const list = found.map((hot) => hot.view(name, () => write(projected(hot.doc, projection))))
    return { data: { list } }
  })
}
