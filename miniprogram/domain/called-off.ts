import { reservationsOf, type DayBook, type Reservation } from './day'
import type { BookingId } from './ids'
import { instantOf, type Instant } from './time'

export interface CalledOff {
  readonly id: BookingId
  readonly reservation: Reservation
  readonly why: string
}

/** The bookings whose session does not take place as it was booked, and is not over. */
export function calledOffOn(day: DayBook, now: Instant): CalledOff[] {
  return reservationsOf(day).flatMap(([id, reservation]) => {
    const { session, state, span } = reservation
    const seats = session && day.sessions?.[session.id]
    // Booked in the moment in which it was moved.
    const isMoved = seats !== undefined && seats.span.from !== span.from
    const why = seats?.off ?? (isMoved ? '时间改了' : undefined)
    const isComing = state === 'booked' && instantOf(day.date, span.to) > now
    return why !== undefined && isComing ? [{ id, reservation, why }] : []
  })
}
