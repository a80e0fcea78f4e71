import { weekdayOn, type CalendarDay } from './calendar'
import { reservationsOf, type DayBook, type Reservation } from './day'
import type { BookingId } from './ids'
import type { Site } from './site'
import { covers } from './span'
import { instantOf, type Instant, type LocalDate } from './time'

/** A booking with its date. */
export interface DatedBooking {
  readonly id: BookingId
  readonly date: LocalDate
  readonly reservation: Reservation
}

/**
 * The bookings to come that stand within today's opening hours and would not within the new ones: they are
 * cancelled or finished first, and only then are the hours changed.
 */
export function excludedBy(
  hours: Site['hours'],
  days: readonly DayBook[],
  calendar: readonly CalendarDay[],
  now: Instant,
): DatedBooking[] {
  return days.flatMap((day) => {
    const { date } = day
    const then = hours[weekdayOn(calendar, date)]
    return reservationsOf(day)
      .filter(([, { state, span }]) => {
        const isComing = state === 'inside' || state === 'booked'
        return isComing && instantOf(date, span.to) > now && day.hours && covers(day.hours, span)
      })
      .filter(([, { span }]) => !then || !covers(then, span))
      .map(([id, reservation]) => ({ id, date, reservation }))
  })
}
