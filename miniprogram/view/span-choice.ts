import type { Day } from '../domain/day'
import { SHORTEST_MINUTES, slotTimesOf, spanMinutes, type Span } from '../domain/span'
import { localTime, type LocalTime } from '../domain/time'
import { clock } from './when'

/** A span as two places among times to choose from. */
export interface SpanChoice {
  /** 8:30, 9:00 … */
  readonly words: readonly string[]
  readonly from: number
  readonly to: number
  /** What is wrong with the two together; empty when nothing is. */
  readonly wrong: string
}

/** What most families want. */
export const USUAL_SPAN: Span = { from: localTime('09:00'), to: localTime('11:00') }

/** The times at which care may begin or end on any of the days, in order. */
export function careTimesOf(days: readonly Pick<Day, 'hours'>[]): LocalTime[] {
  const times = new Set(
    days.flatMap(({ hours }) => (hours ? [...slotTimesOf(hours), hours.to] : [])),
  )
  return [...times].sort()
}

export function spanChoiceOf(times: readonly LocalTime[], span: Span): SpanChoice {
  return {
    words: times.map(clock),
    from: Math.max(0, times.indexOf(span.from)),
    to: Math.max(0, times.indexOf(span.to)),
    wrong: spanMinutes(span) < SHORTEST_MINUTES ? '结束要比开始晚至少一小时。' : '',
  }
}

/** The span at these two places; what it was where a place holds none. */
export function spanAt(
  times: readonly LocalTime[],
  { from, to }: { readonly from: number; readonly to: number },
  before: Span,
): Span {
  return { from: times[from] ?? before.from, to: times[to] ?? before.to }
}
