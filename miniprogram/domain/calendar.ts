import { weekdayOf, type LocalDate, type Weekday } from './time'

/**
 * What the state's calendar makes of a date: a holiday, or a weekend day that is worked for another
 * (调休). Days that are neither need not be listed.
 */
export interface CalendarDay {
  readonly date: LocalDate
  /** 国庆节; absent on a day that is no holiday. */
  readonly holiday?: string
  /** The weekday in whose place this day is worked: a Saturday worked for a Friday is a Friday. */
  readonly as?: Weekday
}

/** The weekday whose hours and carers the date has. */
export function weekdayOn(calendar: readonly CalendarDay[], date: LocalDate): Weekday {
  return calendar.find((day) => day.date === date)?.as ?? weekdayOf(date)
}

export function holidayOn(calendar: readonly CalendarDay[], date: LocalDate): string | undefined {
  return calendar.find((day) => day.date === date)?.holiday
}
