import { reservationsOf, type Day, type DayBook, type Reservation } from './day'
import type { BookingId } from './ids'
import { instantOf, type Instant } from './time'
import type { Wait } from './wait'

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

/** Families that wait for a session that does not take place, while its time is still to come. */
export function waitsCalledOff(
  { date, sessions = {} }: Pick<Day, 'date' | 'sessions'>,
  waits: readonly Wait[],
  now: Instant,
): { readonly wait: Wait; readonly why: string }[] {
  return waits.flatMap((wait) => {
    const why = wait.session && sessions[wait.session.id]?.off
    return why === undefined || instantOf(date, wait.within.to) <= now ? [] : [{ wait, why }]
  })
}
