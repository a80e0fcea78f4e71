import type { Span } from '../domain/span'
import { minutesOf, timeAt, type LocalTime } from '../domain/time'
import { clock } from './when'

/** A point opens at six at the earliest and closes at ten in the evening at the latest. */
const FIRST = 6 * 60
const LAST = 22 * 60
const STEP = 30

/** The times that a plan can be made of, for a picker: 6:00 to 22:00 by the half hour. */
export const HALF_HOURS: readonly LocalTime[] = Array.from(
  { length: (LAST - FIRST) / STEP + 1 },
  (_, n) => timeAt(FIRST + n * STEP),
)
export const HALF_HOUR_WORDS: readonly string[] = HALF_HOURS.map(clock)

/** Where the picker's wheel stands for a time. */
export function halfHourIndex(time: LocalTime): number {
  return Math.min(HALF_HOURS.length - 1, Math.max(0, (minutesOf(time) - FIRST) / STEP))
}

/** The span after one end was moved: the other end gives way, so that it never runs backwards. */
export function movedSpan(span: Span, end: 'from' | 'to', index: number): Span {
  const time = HALF_HOURS[index] ?? span[end]
  if (end === 'from') {
    const to = span.to > time ? span.to : timeAt(Math.min(LAST, minutesOf(time) + STEP))
    return { from: to > time ? time : timeAt(LAST - STEP), to }
  }
  const from = span.from < time ? span.from : timeAt(Math.max(FIRST, minutesOf(time) - STEP))
  return { from, to: time > from ? time : timeAt(FIRST + STEP) }
}
