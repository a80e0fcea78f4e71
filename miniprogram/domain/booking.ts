import type { Reservation, ReservationState } from './day'
import type { BookingId, ChildId, GroupId, HouseholdId, SiteId } from './ids'
import { fen, type Fen } from './money'
import type { Quote } from './price'
import type { BookedSession } from './seats'
import type { Span } from './span'
import { instantOf, type Instant, type LocalDate } from './time'

/** A hold is nobody's booking yet. */
export type BookingState = Exclude<ReservationState, 'held'>

/** The readable copy of a reservation, found by family or by day. Rebuilt from the day whenever it is missing or older. */
export interface Booking {
  readonly id: BookingId
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly groupId: GroupId
  /** A story or class; absent for care by the hour. */
  readonly session?: BookedSession
  readonly state: BookingState
  readonly quote: Quote
  readonly rev: number
  readonly startsAt: Instant
  readonly bookedAt: Instant
  readonly inAt?: Instant
  readonly outAt?: Instant
  readonly cancelledAt?: Instant
  readonly cancelledBy?: 'point'
  readonly cancelWhy?: string
  readonly cancelFen?: Fen
  /** When the morning check found the child unfit to stay. */
  readonly sentHomeAt?: Instant
}

/** Asking for the copy of a hold is a mistake in the code. */
export function bookingOf(
  siteId: SiteId,
  date: LocalDate,
  id: BookingId,
  reservation: Reservation,
): Booking {
  const {
    load: _load,
    inShare: _inShare,
    until: _until,
    offer: _offer,
    kept: _kept,
    door: _door,
    cancelFen,
    state,
    ...shared
  } = reservation
  if (state === 'held') throw new RangeError(`${id} is only held`)
  return {
    ...shared,
    state,
    id,
    siteId,
    date,
    startsAt: instantOf(date, reservation.span.from),
    ...(cancelFen === undefined ? {} : { cancelFen: fen(cancelFen) }),
  }
}

/** Still to come or going on: what the home page shows and what a family may still change. */
export function isAhead(booking: Pick<Booking, 'date' | 'span' | 'state'>, now: Instant): boolean {
  if (booking.state === 'inside') return true
  return booking.state === 'booked' && instantOf(booking.date, booking.span.to) > now
}
