import * as v from 'valibot'
import * as shape from './shapes'

/** Which books a planned session will read; nothing else of it changes, so booked places stand. */
export const nameBooks = {
  input: v.strictObject({
    siteId: shape.siteId,
    sessionId: shape.sessionId,
    bookIds: shape.list(shape.bookId, 12),
  }),
  output: v.object({ bookIds: v.array(shape.bookId) }),
}
