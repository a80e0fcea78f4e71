import { reservationsOf, type DayBook, type Reservation } from './day'
import type { BookingId } from './ids'
import type { Closure } from './site'
import { overlaps } from './span'
import { instantOf, type Instant, type LocalDate } from './time'

/** Closing a time that is closed already is the same closure: date and span are its name. */
export function sameClosure(a: Omit<Closure, 'why'>, b: Omit<Closure, 'why'>): boolean {
  return a.date === b.date && a.span?.from === b.span?.from && a.span?.to === b.span?.to
}

/** Closures with one more, by date; those of past days are forgotten. */
export function withClosure(
  closures: readonly Closure[],
  closure: Closure,
  today: LocalDate,
): Closure[] {
  return [...withoutClosure(closures, closure, today), closure].sort(byTime)
}

export function withoutClosure(
  closures: readonly Closure[],
  closure: Omit<Closure, 'why'>,
  today: LocalDate,
): Closure[] {
  return closures.filter((each) => each.date >= today && !sameClosure(each, closure))
}

function touchedBy(
  { date, reservations }: Pick<DayBook, 'date' | 'reservations'>,
  closure: Omit<Closure, 'why'>,
): [BookingId, Reservation][] {
  if (closure.date !== date) return []
  return reservationsOf({ reservations }).filter(
    ([, { span }]) => !closure.span || overlaps(closure.span, span),
  )
}

function byTime(a: Closure, b: Closure): number {
  return startOf(a) < startOf(b) ? -1 : 1
}

function startOf({ date, span }: Closure): string {
  return `${date} ${span?.from ?? ''}`
}

/**
 * The bookings that a closure takes the place from: those not over yet that touch it, the earliest first. A
 * child inside stays until it is fetched.
 */
export function closedOutOf(
  day: Pick<DayBook, 'date' | 'reservations'>,
  closure: Omit<Closure, 'why'>,
  now: Instant,
): (readonly [BookingId, Reservation])[] {
  return touchedBy(day, closure)
    .filter(([, { state, span }]) => state === 'booked' && instantOf(day.date, span.to) > now)
    .sort(([a, { span }], [b, other]) => (span.from + a < other.span.from + b ? -1 : 1))
}
