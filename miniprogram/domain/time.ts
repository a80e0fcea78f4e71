import dayjs from 'dayjs'

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly brand: 'Instant' }
/** A calendar date in Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly brand: 'LocalDate' }
/** A time of day in Shanghai, `HH:mm`, `00:00` to `24:00`. */
export type LocalTime = string & { readonly brand: 'LocalTime' }
/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** China has one zone and no summer time (since 1991): Shanghai is always UTC+8. */
const SHANGHAI = 8 * HOUR

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

/** Whether the text is a date that exists: `2026-02-30` is not one. */
export function isLocalDate(text: string): text is LocalDate {
  return DATE.test(text) && dayjs(text).format('YYYY-MM-DD') === text
}

export function isLocalTime(text: string): text is LocalTime {
  return TIME.test(text)
}

/** For literals in code and data that is already checked; throws on anything else. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

/** For literals in code and data that is already checked; throws on anything else. */
export function localTime(text: string): LocalTime {
  if (!isLocalTime(text)) throw new RangeError(`not a time of day: ${text}`)
  return text
}

/** The date in Shanghai at this instant. */
export function dateOf(instant: Instant): LocalDate {
  return new Date(instant + SHANGHAI).toISOString().slice(0, 10) as LocalDate
}

/** The time of day in Shanghai at this instant, cut to the minute. */
export function timeOf(instant: Instant): LocalTime {
  return new Date(instant + SHANGHAI).toISOString().slice(11, 16) as LocalTime
}

export function instantOf(date: LocalDate, time: LocalTime): Instant {
  return (Date.parse(`${date}T00:00:00Z`) - SHANGHAI + minutesOf(time) * MINUTE) as Instant
}

export function later(instant: Instant, ms: number): Instant {
  return (instant + ms) as Instant
}

/** Minutes since midnight. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The time of day so many minutes after midnight (0 to 1,440). */
export function timeAt(minutes: number): LocalTime {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as LocalTime
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayjs(date).add(days, 'day').format('YYYY-MM-DD') as LocalDate
}

/** The same day of the month so many months on; the last of the month where that day is missing. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dayjs(date).add(months, 'month').format('YYYY-MM-DD') as LocalDate
}

export function weekdayOf(date: LocalDate): Weekday {
  return dayjs(date).day() || 7
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY)
}
