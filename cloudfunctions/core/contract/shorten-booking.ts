import * as v from 'valibot'
import { bookingView } from './booking-view'
import * as shape from './shapes'

/** Gives up the first or last hours of a booking that has not begun. */
export const shortenBooking = {
  input: v.strictObject({
    bookingId: shape.bookingId,
    span: shape.span,
    /** The new total that the guardian saw: another one is refused with `price_changed`. */
    seenTotalFen: shape.fen,
  }),
  output: v.object({ booking: bookingView }),
}
