import * as v from 'valibot'
import { bookingView } from './booking-view'
import { careAsk } from './quote-care'
import * as shape from './shapes'

/** Books one span for one child or siblings, all or nothing. The same attempt again gives the same answer. */
export const bookCare = {
  input: v.strictObject({
    ...careAsk,
    attempt: shape.attempt,
    /** The total that the guardian saw: another one is refused with `price_changed`. */
    seenTotalFen: shape.fen,
    /** Templates that the guardian allowed in this tap. */
    accepted: shape.list(shape.template, 3),
  }),
  output: v.object({ bookings: v.array(bookingView) }),
}
