import { addDays, type LocalDate } from './time'

/** Days are planned, and open for booking, so many days ahead, today included. */
export const PLANNED_DAYS = 14

export function daysAhead(today: LocalDate): LocalDate[] {
  return Array.from({ length: PLANNED_DAYS }, (_, index) => addDays(today, index))
}

/** The last of them. */
export function lastPlanned(today: LocalDate): LocalDate {
  return addDays(today, PLANNED_DAYS - 1)
}
