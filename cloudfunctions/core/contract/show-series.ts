import * as v from 'valibot'
import { bookingView } from './booking-view'
import { seriesView } from './series-view'
import * as shape from './shapes'

export const showSeries = {
  input: v.strictObject({ seriesId: shape.seriesId }),
  output: v.object({
    now: shape.instant,
    series: seriesView,
    /** What was booked by it, as it stands now. */
    bookings: v.array(bookingView),
    /** What cancelling all that is still to come costs now; absent when nothing is left to cancel. */
    cancelFeeFen: v.exactOptional(shape.fen),
  }),
}

/** Cancels what is booked and still to come, and drops what waits. */
export const cancelSeries = {
  input: v.strictObject({
    seriesId: shape.seriesId,
    /** The cost that the guardian saw: another one is refused with `price_changed`. */
    seenFeeFen: shape.fen,
  }),
  output: v.object({ series: seriesView }),
}
