import * as v from 'valibot'
import { priceLine } from './price-line'
import * as shape from './shapes'

export const quote = v.object({
  tariffVersion: v.string(),
  minutes: v.number(),
  lines: v.array(priceLine),
  totalFen: shape.fen,
  marketFen: shape.fen,
})

export const bookingState = v.picklist(['booked', 'inside', 'gone', 'cancelled', 'missed'])

/** A booking as its own family sees it. */
export const bookingView = v.object({
  id: shape.bookingId,
  siteId: shape.siteId,
  date: shape.date,
  span: shape.span,
  childId: shape.childId,
  groupId: shape.groupId,
  state: bookingState,
  quote,
  bookedAt: shape.instant,
  inAt: v.exactOptional(shape.instant),
  outAt: v.exactOptional(shape.instant),
  cancelledAt: v.exactOptional(shape.instant),
  cancelledBy: v.exactOptional(v.literal('point')),
  cancelWhy: v.exactOptional(v.string()),
  cancelFen: v.exactOptional(shape.fen),
  /** The morning check found the child unfit to stay. */
  sentHomeAt: v.exactOptional(shape.instant),
})
export type BookingView = v.InferOutput<typeof bookingView>
