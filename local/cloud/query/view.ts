import { Query } from 'mingo/query'
import type { Doc } from '../protocol/ejson'
import type { HotDoc } from '../store/hot-docs'
import { guarded, options } from './matcher'

/** Sort keys in order, 1 up and -1 down; how many to leave out and how many to give. */
export interface View {
  order?: Record<string, 1 | -1>
  offset: number
  limit: number
}

/** The part of what was found that a page shows. */
export function page(found: HotDoc[], { order, offset, limit }: View): HotDoc[] {
  if (!order) return found.slice(offset, offset + limit)
  const byDoc = new Map(found.map((hot) => [hot.doc, hot]))
  return guarded(() => {
    const sorted = new Query({}, options).find<Doc>([...byDoc.keys()]).sort(order)
    return sorted
      .all()
      .slice(offset, offset + limit)
      .map((doc) => byDoc.get(doc)!)
  })
}
