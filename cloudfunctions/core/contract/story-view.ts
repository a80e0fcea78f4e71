import * as v from 'valibot'
import * as shape from './shapes'

export const storyView = v.object({
  id: v.string(),
  siteId: shape.siteId,
  date: shape.date,
  span: shape.span,
  service: v.picklist(['reading', 'early', 'together']),
  title: v.string(),
  leader: v.string(),
  leaderRole: v.picklist(['mother', 'volunteer', 'carer']),
  language: v.picklist(['mandarin', 'cantonese', 'english']),
  accompanied: v.boolean(),
  priceFen: shape.fen,
  book: v.object({
    id: v.string(),
    title: v.string(),
    author: v.string(),
    fromMonths: v.number(),
    toMonths: v.number(),
    cover: v.string(),
  }),
})
export type StoryView = v.InferOutput<typeof storyView>
