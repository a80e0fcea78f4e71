import type { FreeHours, Household } from './household'
import type { BookingId } from './ids'
import { monthAfter, monthOf, type Month } from './month'
import type { Tariff } from './tariff'
import { dateOf, type Instant, type LocalDate } from './time'

/** What residents may still have for nothing in the month of this date; these bookings' own claims are left out. */
export function freeMinutesLeft(
  { papers, free = {} }: Pick<Household, 'papers' | 'free'>,
  { freeMinutes }: Tariff,
  date: LocalDate,
  own: readonly BookingId[] = [],
): number {
  if (!papers) return 0
  return Math.max(0, freeMinutes - freeMinutesUsed(free, monthOf(date), own))
}

export function freeMinutesUsed(
  free: FreeHours,
  month: Month,
  own: readonly BookingId[] = [],
): number {
  return Object.entries(free[month] ?? {})
    .filter(([id]) => !own.includes(id as BookingId))
    .reduce((sum, [, { minutes }]) => sum + minutes, 0)
}

/** All claims once these of one date are made; months before the last are dropped. */
export function withClaims(
  free: FreeHours,
  date: LocalDate,
  claims: FreeHours[Month],
  now: Instant,
): FreeHours {
  const month = monthOf(date)
  const oldest = monthAfter(monthOf(dateOf(now)), -1)
  const kept = Object.fromEntries(Object.entries(free).filter(([each]) => each >= oldest))
  return { ...kept, [month]: { ...kept[month], ...claims } }
}
