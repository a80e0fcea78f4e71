import * as v from 'valibot'
import * as shape from './shapes'

const day = v.variant('state', [
  v.object({ state: v.literal('waiting'), until: shape.instant }),
  v.object({ state: v.literal('booked'), bookingIds: v.array(shape.bookingId) }),
  v.object({ state: v.literal('refused'), why: shape.refusalCode }),
  v.object({ state: v.literal('dropped') }),
])

/** A repeating booking as its own family sees it. */
export const seriesView = v.object({
  id: shape.seriesId,
  siteId: shape.siteId,
  childIds: v.array(shape.childId),
  weekdays: v.array(shape.weekday),
  span: shape.span,
  weeks: v.number(),
  mode: v.picklist(['all', 'each']),
  seenTotalFen: shape.fen,
  askedAt: shape.instant,
  state: v.picklist(['asked', 'stands', 'refused', 'cancelled']),
  days: shape.mapBy(shape.date, day),
})
