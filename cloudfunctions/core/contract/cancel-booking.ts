import * as v from 'valibot'
import { bookingView } from './booking-view'
import * as shape from './shapes'

export const cancelBooking = {
  input: v.strictObject({
    bookingId: shape.bookingId,
    /** The cost that the guardian saw: another one is refused with `price_changed`. */
    seenFeeFen: shape.fen,
  }),
  output: v.object({ booking: bookingView }),
}
