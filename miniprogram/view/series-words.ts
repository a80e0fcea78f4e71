import type { RefusalCode } from '../domain/refusal'
import type { Foreseen } from '../domain/series'
import { localTime, timeOf, type Instant, type LocalDate, type Weekday } from '../domain/time'
import { openingMoment } from './release-note'

const MIDNIGHT = localTime('00:00')
const DAYS = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 周四 */
export function weekdayLabel(weekday: Weekday): string {
  return `周${DAYS[weekday - 1]}`
}

/** 每周二、周四 */
export function weekdaysWords(weekdays: readonly Weekday[]): string {
  return `每${[...weekdays]
    .sort((a, b) => a - b)
    .map(weekdayLabel)
    .join('、')}`
}

/** Why one day of several cannot be had, in a few characters. */
const WHY: Readonly<Partial<Record<RefusalCode, string>>> = {
  session_full: '约满了',
  day_closed: '休息',
  half_hour_closed: '有半小时不开放',
  outside_hours: '不在开放时间',
  share_used: '这一周份额不够',
  child_already_booked: '已经约好了',
  child_too_young: '孩子还没到年龄',
  child_too_old: '孩子超过年龄',
  price_changed: '价格变了，没有约',
  span_past: '已经过了',
  span_too_long: '时间太长',
}

export function whyWord(code: RefusalCode): string {
  return WHY[code] ?? '约不上'
}

export type SeriesTone = 'free' | 'few' | 'none'

/** One day of several, for a list. */
export interface SeriesLine {
  readonly date: LocalDate
  readonly when: string
  readonly word: string
  readonly tone: SeriesTone
  /** Where a tap leads; empty where nothing is booked. */
  readonly bookingId: string
}

/** A day that is not booked yet: 可以约, 明天 20:00 放位，自动约, 约满了. */
export function foreseenWords(
  foreseen: Foreseen | undefined,
  now: Instant,
): { word: string; tone: SeriesTone } {
  if (foreseen?.state === 'free') return { word: '可以约', tone: 'free' }
  if (foreseen?.state === 'waiting') return { word: waitingWord(foreseen.until, now), tone: 'few' }
  if (foreseen?.state === 'refused') return { word: whyWord(foreseen.why), tone: 'none' }
  return { word: '不再等', tone: 'none' }
}

/** Before a day is planned nobody knows yet when its places open: it is planned at midnight. */
function waitingWord(until: Instant, now: Instant): string {
  return timeOf(until) === MIDNIGHT || until <= now
    ? '放位后自动约'
    : `${openingMoment(until, now)} 放位，自动约`
}
