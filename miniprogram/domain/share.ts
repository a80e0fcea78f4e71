import type { Day } from './day'
import type { BookingId } from './ids'
import { isUrgent } from './release'
import { addDays, weekdayOf, type Instant, type LocalDate } from './time'

/** What a household has booked of its weekly share, by the week's Monday. */
export type Share = Readonly<Record<LocalDate, WeekShare>>

export interface WeekShare {
  /** Minutes of care of all children together: the sum of `of`, so that one condition can bound it. */
  readonly minutes: number
  /** What each booking took. A booking takes once and gives back once, whoever asks again. */
  readonly of: Readonly<Record<BookingId, Taken>>
}

export interface Taken {
  readonly date: LocalDate
  readonly minutes: number
  readonly at: Instant
}

/** The Monday of the calendar week. */
export function weekOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** Minutes that the household has taken of the week of this date, for others than these bookings. */
export function takenOf(
  share: Share | undefined,
  date: LocalDate,
  own: readonly BookingId[] = [],
): number {
  const week = share?.[weekOf(date)]
  if (!week) return 0
  return own.reduce((minutes, id) => minutes - (week.of[id]?.minutes ?? 0), week.minutes)
}

/** Whether a booking made now counts: urgent places are free of the share. */
export function isShared(
  day: Pick<Day, 'release' | 'weekMinutes'>,
  now: Instant,
): day is { readonly weekMinutes: number } {
  return day.weekMinutes !== undefined && !isUrgent(day, now)
}

/** Minutes that the household may still book in the day's week; undefined without limit. */
export function shareLeftOf(
  day: Pick<Day, 'release' | 'weekMinutes'>,
  takenMinutes: number,
  now: Instant,
): number | undefined {
  return isShared(day, now) ? Math.max(0, day.weekMinutes - takenMinutes) : undefined
}
