import { ageInMonths } from '../domain/age'
import type { LocalDate } from '../domain/time'

/** 2 岁 1 个月, 8 个月, 3 岁 */
export function ageWords(birthDate: LocalDate, on: LocalDate): string {
  return monthsWords(Math.max(0, ageInMonths(birthDate, on)))
}

/** The same, from whole months of life. */
export function monthsWords(months: number): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  if (years === 0) return `${rest} 个月`
  return rest === 0 ? `${years} 岁` : `${years} 岁 ${rest} 个月`
}
