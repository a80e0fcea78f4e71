import * as v from 'valibot'
import { bookingView } from './booking-view'
import * as shape from './shapes'

/** The family's bookings, the latest day first, at most a hundred. */
export const listBookings = {
  input: v.strictObject({ householdId: shape.householdId }),
  output: v.object({ now: shape.instant, bookings: v.array(bookingView) }),
}
