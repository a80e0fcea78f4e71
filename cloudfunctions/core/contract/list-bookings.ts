import * as v from 'valibot'
import { bookingView } from './booking-view'
import { seriesView } from './series-view'
import * as shape from './shapes'

/** The family's bookings, the latest day first, at most a hundred, and its latest twenty repeating bookings. */
export const listBookings = {
  input: v.strictObject({ householdId: shape.householdId }),
  output: v.object({
    now: shape.instant,
    bookings: v.array(bookingView),
    series: v.array(seriesView),
  }),
}
