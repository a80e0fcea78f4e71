import * as v from 'valibot'
import * as shape from './shapes'

/** Withdraws consent: coming bookings are cancelled, family, children and messages removed, bills kept without names. */
export const eraseMe = {
  input: shape.nothing,
  output: v.object({
    cancelledBookings: v.number(),
    removedChildren: v.number(),
    keptBills: v.number(),
  }),
}
