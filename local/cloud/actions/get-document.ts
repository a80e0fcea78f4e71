import { CloudError } from '../cloud-error'
import { collectionOf, reading, type Action } from '../protocol/action'
import { parseObject, write } from '../protocol/ejson'
import { projected } from '../query/projection'
import { page, type View } from '../query/view'

/** Documents a query gives at most, and unless it says otherwise. */
const MOST = 1000
const USUAL = 100

export const getDocument: Action = (params, db) => {
  const collection = collectionOf(params, db)
  const filter = parseObject(params['query'], db.clock.now(), true)
  const projection = parseObject(params['projection'], 0)
  const order = parseObject(params['order'], 0) as Record<string, 1 | -1>
  if (!Object.values(order).every((way) => way === 1 || way === -1))
    throw new CloudError('INVALID_PARAM', 'an order is 1 or -1 for each field')
  const wanted: View = {
    ...(Object.keys(order).length > 0 && { order }),
    offset: countOf(params['offset'] ?? 0),
    limit: Math.min(countOf(params['limit'] ?? USUAL), MOST),
  }
  return reading(params, db, (reader) => {
    const most = wanted.offset + wanted.limit
    const docs = isById(order)
      ? reader.firstById(collection, filter, most)
      : reader.find(collection, filter)
    const found = page(docs, wanted)
    if (Object.keys(projection).length === 0)
      return { data: { list: found.map((hot) => hot.text) } }
    const name = params['projection'] as string
    const list = found.map((hot) => hot.view(name, () => write(projected(hot.doc, projection))))
    return { data: { list } }
  })
}

function isById(order: Record<string, 1 | -1>): boolean {
  return order['_id'] === 1 && Object.keys(order).length === 1
}

function countOf(value: unknown): number {
  if (Number.isInteger(value) && (value as number) >= 0) return value as number
  throw new CloudError('INVALID_PARAM', `offset and limit are whole numbers, not ${String(value)}`)
}
