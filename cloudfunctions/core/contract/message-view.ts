import * as v from 'valibot'
import * as shape from './shapes'

/** A message as its receiver finds it in the app, sent through WeChat or not. */
export const messageView = v.object({
  id: v.string(),
  template: shape.template,
  data: v.record(v.string(), v.string()),
  page: v.string(),
  at: shape.instant,
  read: v.boolean(),
})
export type MessageView = v.InferOutput<typeof messageView>
