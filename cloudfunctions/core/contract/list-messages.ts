import * as v from 'valibot'
import { messageView } from './message-view'
import * as shape from './shapes'

/** The caller's inbox, newest first, at most a hundred; what it shows counts as read from then on. */
export const listMessages = {
  input: shape.nothing,
  output: v.object({ now: shape.instant, messages: v.array(messageView) }),
}
