import * as v from 'valibot'
import { SESSION_SERVICES } from '../../../miniprogram/domain/session'
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

/** The story or class of a booking; care by the hour has none. */
export const bookedSession = v.object({
  id: shape.sessionId,
  title: v.string(),
  service: v.picklist(SESSION_SERVICES),
  accompanied: v.boolean(),
  shared: v.boolean(),
})

/** A booking as its own family sees it. */
export const bookingView = v.object({
  id: shape.bookingId,
  siteId: shape.siteId,
  date: shape.date,
  span: shape.span,
  childId: shape.childId,
  groupId: shape.groupId,
  session: v.exactOptional(bookedSession),
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
