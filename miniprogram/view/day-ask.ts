import type { Placeable } from '../domain/child'
import type { Day } from '../domain/day'
import { decideBooking, type BookingAsk } from '../domain/decide-booking'
import type { ChildId } from '../domain/ids'
import { shareLeftOf, weekOf } from '../domain/share'
import {
  SHORTEST_MINUTES,
  overlaps,
  slotKeyOf,
  slotTimeOf,
  slotTimesOf,
  type Span,
} from '../domain/span'
import {
  addMonths,
  minutesOf,
  timeAt,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../domain/time'
import type { Booking } from './booking'

/** One day as these children would book it; the span is still to be chosen. */
export type DayAsk = Omit<BookingAsk, 'span'>

/** What a page knows of the family, for one day. */
export interface DayFacts {
  readonly day: Day
  readonly children: readonly Placeable[]
  /** The family's bookings to come: no child can be in two places. */
  readonly bookings: readonly Booking[]
  readonly now: Instant
  /** Minutes that the family has taken of its weekly share, by the week's Monday; absent without a family. */
  readonly shareTaken?: Readonly<Record<LocalDate, number>>
}

export function dayAskOf({ day, children, bookings, now, shareTaken }: DayFacts): DayAsk {
  const placed = bookings.filter(
    (booking) =>
      booking.date === day.date && (booking.state === 'booked' || booking.state === 'inside'),
  )
  const shareLeft = shareTaken && shareLeftOf(day, shareTaken[weekOf(day.date)] ?? 0, now)
  return {
    day,
    ...(shareLeft === undefined ? {} : { shareLeft }),
    children: children.length > 0 ? children : [visitorOf(day)],
    now,
    hasPlace: (slot, childId) => {
      const from = slotTimeOf(slot)
      const half = { from, to: timeAt(minutesOf(from) + 1) }
      return placed.some((booking) => booking.childId === childId && overlaps(booking.span, half))
    },
  }
}

/** Someone without a registered child sees the places as the oldest child of the point would. */
function visitorOf(day: Day): Placeable {
  const oldest = Math.max(1, ...day.groups.map((group) => group.toMonths)) - 1
  return { id: 'visitor' as ChildId, birthDate: addMonths(day.date, -oldest) }
}

/** The shortest span that can be booked from here. */
export function shortestFrom(from: LocalTime): Span {
  return { from, to: timeAt(minutesOf(from) + SHORTEST_MINUTES) }
}

/** Whether the span would be accepted now, as far as the phone knows. */
export function fits(ask: DayAsk, span: Span): boolean {
  return decideBooking({ ...ask, span }).ok
}

/** The starts of all hours that the day could still take, whatever the family's share. */
export function openStarts({ shareLeft: _share, ...ask }: DayAsk): LocalTime[] {
  const { hours } = ask.day
  if (!hours) return []
  const last = minutesOf(hours.to) - SHORTEST_MINUTES
  return slotTimesOf(hours).filter(
    (from) => minutesOf(from) <= last && fits(ask, shortestFrom(from)),
  )
}

export function alreadyThere(ask: DayAsk, at: LocalTime): boolean {
  return ask.children.some((child) => ask.hasPlace(slotKeyOf(at), child.id))
}
