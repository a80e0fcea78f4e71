import type { Day } from '../domain/day'
import { SHORTEST_MINUTES, SLOT_MINUTES, type Span } from '../domain/span'
import {
  dateOf,
  localTime,
  minutesOf,
  timeAt,
  timeOf,
  type Instant,
  type LocalTime,
} from '../domain/time'
import { spanWords } from './when'

/** A span that many families want, one tap away. */
export interface Shortcut {
  readonly label: string
  /** 8:30–12:00 */
  readonly words: string
  readonly span: Span
  readonly selected: boolean
  readonly aria: string
}

const MORNING_ENDS = localTime('12:00')
const AFTERNOON_BEGINS = localTime('14:00')

/** 上午, 下午 and 全天 of the opening hours, today what is left of them, none longer than the longest span. */
export function shortcutsOf(
  { date, hours, longestMinutes }: Pick<Day, 'date' | 'hours' | 'longestMinutes'>,
  chosen: Span | undefined,
  now: Instant,
): Shortcut[] {
  if (!hours) return []
  const { to } = hours
  const from = date === dateOf(now) ? later(hours.from, nextHalfHour(now)) : hours.from
  const halves: readonly (readonly [string, LocalTime, LocalTime])[] = [
    ['上午', from, to < MORNING_ENDS ? to : MORNING_ENDS],
    ['下午', later(from, AFTERNOON_BEGINS), to],
    ['全天', from, to],
  ]
  return halves
    .filter(([, start, end]) => minutesOf(end) - minutesOf(start) >= SHORTEST_MINUTES)
    .map(([label, start, end]) => {
      const longest = longestMinutes ?? Infinity
      const span = { from: start, to: timeAt(Math.min(minutesOf(end), minutesOf(start) + longest)) }
      const selected = chosen?.from === span.from && chosen.to === span.to
      const words = spanWords(span)
      return { label, words, span, selected, aria: `${label}，${words}${selected ? '，已选' : ''}` }
    })
}

function later(a: LocalTime, b: LocalTime): LocalTime {
  return a > b ? a : b
}

function nextHalfHour(now: Instant): LocalTime {
  return timeAt((Math.floor(minutesOf(timeOf(now)) / SLOT_MINUTES) + 1) * SLOT_MINUTES)
}
