import { addMonths, type LocalDate } from './time'

/** A calendar month, `2026-11`. */
export type Month = string & { readonly brand: 'Month' }

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month
}

/** The month so many months on; negative is back. */
export function monthAfter(month: Month, months: number): Month {
  return monthOf(addMonths(`${month}-01` as LocalDate, months))
}
