import * as v from 'valibot'
import * as shape from './shapes'

/** One booking that the plan has no room for any more. */
const excess = v.object({
  bookingId: shape.bookingId,
  date: shape.date,
  span: shape.span,
  name: v.string(),
  groupName: v.string(),
  bookedAt: shape.instant,
  /** The first half hour without room for it, and what it lacks. */
  at: shape.time,
  limit: v.picklist(['closed', 'carers', 'group', 'room']),
  carers: v.number(),
  guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
})
export type ExcessView = v.InferOutput<typeof excess>

/** The bookings that no longer fit, day by day, in the order in which families are asked. */
export const listExcess = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ now: shape.instant, bookings: v.array(excess) }),
}

/** The point cancels one booking: nothing to pay, the family is told why. */
export const cancelByPoint = {
  input: v.strictObject({
    siteId: shape.siteId,
    bookingId: shape.bookingId,
    why: shape.typed(20),
  }),
  output: v.object({ cancelled: v.literal(true) }),
}
