import { reservationsOf, type DayBook, type Reservation } from './day'
import type { BookingId } from './ids'
import { instantOf, type Instant } from './time'

export interface CalledOff {
  readonly id: BookingId
  readonly reservation: Reservation
  readonly why: string
}

/** The bookings whose session does not take place and is not over. */
export function calledOffOn(day: DayBook, now: Instant): CalledOff[] {
  return reservationsOf(day).flatMap(([id, reservation]) => {
    const { session, state, span } = reservation
    const why = session && day.sessions?.[session.id]?.off
    const isComing = state === 'booked' && instantOf(day.date, span.to) > now
    return why !== undefined && isComing ? [{ id, reservation, why }] : []
  })
}
