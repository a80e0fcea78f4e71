import * as v from 'valibot'
import * as shape from './shapes'
import { shift } from './show-plan'

/** The whole shifts of one date, or of its weekday in every week. The days ahead are planned anew at once. */
export const saveRoster = {
  input: v.strictObject({
    siteId: shape.siteId,
    rev: v.number(),
    date: shape.date,
    every: v.boolean(),
    shifts: shape.list(shift, 60),
  }),
  /** How many bookings no longer fit, on all days. */
  output: v.object({ excess: v.number() }),
}
