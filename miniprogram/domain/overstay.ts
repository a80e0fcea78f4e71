import type { DayBook, Reservation } from './day'
import { isCared } from './day-change'
import type { BookingId } from './ids'
import { SLOT_MINUTES, slotKeyOf, slotTimesOf, type SlotKey, type Span } from './span'
import {
  MINUTE,
  dateOf,
  instantOf,
  later,
  minutesOf,
  timeAt,
  timeOf,
  type Instant,
  type LocalDate,
  type LocalTime,
} from './time'

/** So long after the booked end a family that is on its way costs nobody anything. */
export const PICKUP_GRACE_MINUTES = 10

export interface LateMeter {
  /** Minutes past the booked end, cut to whole ones; 0 while in time. */
  readonly late: number
  /** Minutes of grace that are left; 0 once used up. */
  readonly graceLeft: number
}

/** How late an uncollected child is. */
export function lateMeterOf(date: LocalDate, { to }: Span, now: Instant): LateMeter {
  const late = Math.max(0, Math.floor((now - instantOf(date, to)) / MINUTE))
  return { late, graceLeft: Math.max(0, PICKUP_GRACE_MINUTES - late) }
}

/**
 * The half hours beyond its booking that a child takes: an uncollected one the running half hour, after the grace the
 * next one too; one that was fetched late what it used. A half hour that the child has booked anyway is not taken twice.
 */
export function keptSlotsOf(
  { date, hours, kids }: Pick<DayBook, 'date' | 'hours' | 'kids'>,
  id: BookingId,
  reservation: Pick<Reservation, 'state' | 'span' | 'childId' | 'outAt' | 'session'>,
  now: Instant,
): SlotKey[] {
  const { state, span, childId, outAt } = reservation
  // Its own adult is with it.
  if (!isCared(reservation)) return []
  const here = state === 'inside'
  const until = here ? now : state === 'gone' ? outAt : undefined
  if (!hours || until === undefined || until <= instantOf(date, span.to)) return []
  const reach = here && lateMeterOf(date, span, now).graceLeft === 0 ? 2 : 1
  const last = lastHalfHour(date, hours, until, reach)
  if (last <= span.to) return []
  return slotTimesOf({ from: span.to, to: last })
    .map(slotKeyOf)
    .filter((slot) => (kids[childId]?.[slot] ?? id) === id)
}

/** The end of the half hour that runs then, or of the next; never beyond the opening hours. */
function lastHalfHour(date: LocalDate, { to }: Span, then: Instant, halfHours: number): LocalTime {
  if (dateOf(then) > date) return to
  const running = Math.floor(minutesOf(timeOf(later(then, -1))) / SLOT_MINUTES) * SLOT_MINUTES
  const end = running + halfHours * SLOT_MINUTES
  return end < minutesOf(to) ? timeAt(end) : to
}

/**
 * A child that falls ill here is fetched soon: it keeps the running half hour and the next, the rest is free at once.
 * Undefined when its booking ends before that.
 */
export function trimmedSpan({ from, to }: Span, now: Instant): Span | undefined {
  const running = Math.floor(minutesOf(timeOf(now)) / SLOT_MINUTES) * SLOT_MINUTES
  const end = running + 2 * SLOT_MINUTES
  return end < minutesOf(to) ? { from, to: timeAt(end) } : undefined
}
