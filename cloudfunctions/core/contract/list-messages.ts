import * as v from 'valibot'
import { language } from './notice-view'
import { messageView } from './message-view'
import * as shape from './shapes'

/** The caller's inbox, newest first, at most a hundred; what it shows counts as read from then on. */
export const listMessages = {
  input: shape.nothing,
  output: v.object({
    now: shape.instant,
    messages: v.array(messageView),
    /** Notices that the caller's phone says are still allowed: an estimate, for WeChat alone knows. */
    allowed: v.number(),
    language,
  }),
}
