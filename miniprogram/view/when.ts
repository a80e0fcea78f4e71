import type { Span } from '../domain/span'
import {
  dateOf,
  daysBetween,
  timeOf,
  weekdayOf,
  type Instant,
  type LocalDate,
  type LocalTime,
  type Weekday,
} from '../domain/time'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 周四 */
export function weekdayName(weekday: Weekday): string {
  return WEEKDAYS[weekday - 1] ?? ''
}

/** 周四 */
export function weekdayWord(date: LocalDate): string {
  return weekdayName(weekdayOf(date))
}

/** 今天, 明天; any other day has none. */
export function todayWord(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, date)
  return days === 0 ? '今天' : days === 1 ? '明天' : ''
}

/** 今天, 明天, 周四 */
export function dayWord(date: LocalDate, today: LocalDate): string {
  return todayWord(date, today) || weekdayWord(date)
}

/** 11 月 26 日 */
export function monthDay(date: LocalDate): string {
  return `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
}

/** 11 月 26 日 周四 */
export function dateWords(date: LocalDate): string {
  return `${monthDay(date)} ${weekdayWord(date)}`
}

/** 9:00 */
export function clock(time: LocalTime): string {
  return time.replace(/^0/, '')
}

/** 9:00–11:00 */
export function spanWords(span: Span): string {
  return `${clock(span.from)}–${clock(span.to)}`
}

/** 1.5 小时 */
export function hoursWord(minutes: number): string {
  return `${minutes / 60} 小时`
}

/** 11 月 25 日 20:00 */
export function momentWords(at: Instant): string {
  return `${monthDay(dateOf(at))} ${clock(timeOf(at))}`
}
