import { addMonths, type LocalDate } from './time'

/**
 * Whole months of life on a date, as the national standards count them (国卫人口发〔2019〕58号):
 * a month is full on the same day of the month, or on the last day where that day is missing.
 * Negative before birth.
 */
export function ageInMonths(birthDate: LocalDate, on: LocalDate): number {
  const [by, bm] = birthDate.split('-').map(Number) as [number, number]
  const [y, m] = on.split('-').map(Number) as [number, number]
  const months = (y - by) * 12 + (m - bm)
  return addMonths(birthDate, months) <= on ? months : months - 1
}
