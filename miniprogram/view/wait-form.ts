import type { Child } from '../domain/child'
import type { Day } from '../domain/day'
import type { ChildId } from '../domain/ids'
import {
  SHORTEST_MINUTES,
  SLOT_MINUTES,
  covers,
  slotTimesOf,
  spanMinutes,
  type Span,
} from '../domain/span'
import { minutesOf, timeAt, type LocalDate, type LocalTime } from '../domain/time'
import { careLinkOf, type ChosenCare } from './care-link'
import { clock, dateWords, hoursWord, spanWords } from './when'

/** What the family would wait for. */
export interface WaitState {
  readonly children: readonly Child[]
  readonly childIds: readonly ChildId[]
  readonly date: LocalDate
  readonly hours: Span
  readonly within: Span
  readonly minutes: number
}

export interface WaitForm {
  readonly who: string
  readonly date: string
  /** Times to choose from, in order, and which is chosen. */
  readonly starts: readonly string[]
  readonly start: number
  readonly ends: readonly string[]
  readonly end: number
  readonly lengths: readonly string[]
  readonly length: number
  /** Beside the length; empty when it fits. */
  readonly wrong: string
  readonly sentence: string
  readonly ready: boolean
}

const HOUR = 60

/** Around what could not be had: as long, an hour earlier or later. */
export function waitStateOf(
  { date, span, childIds }: Pick<ChosenCare, 'date' | 'span' | 'childIds'>,
  day: Day,
  children: readonly Child[],
): WaitState | undefined {
  const { hours } = day
  if (!hours) return undefined
  const from = Math.max(minutesOf(hours.from), minutesOf(span.from) - HOUR)
  const to = Math.min(minutesOf(hours.to), minutesOf(span.to) + HOUR)
  const within = { from: timeAt(from), to: timeAt(to) }
  const minutes = Math.max(SHORTEST_MINUTES, spanMinutes(span))
  return { children, childIds, date, hours, within, minutes }
}

export function startsOf({ hours }: WaitState): LocalTime[] {
  return slotTimesOf(hours)
}

export function endsOf({ hours }: WaitState): LocalTime[] {
  return slotTimesOf(hours).map((time) => timeAt(minutesOf(time) + SLOT_MINUTES))
}

export function lengthsOf({ hours }: WaitState): number[] {
  const steps = (spanMinutes(hours) - SHORTEST_MINUTES) / SLOT_MINUTES
  return Array.from({ length: steps + 1 }, (_, n) => SHORTEST_MINUTES + n * SLOT_MINUTES)
}

export function waitFormOf(state: WaitState): WaitForm {
  const { children, childIds, date, within, minutes, hours } = state
  const starts = startsOf(state)
  const ends = endsOf(state)
  const lengths = lengthsOf(state)
  const most = spanMinutes(within)
  const isLong = most < minutes
  const names = childIds.map((id) => children.find((child) => child.id === id)?.name ?? '孩子')
  const isAny = most > minutes
  return {
    who: names.join('、'),
    date: dateWords(date),
    starts: starts.map(clock),
    start: starts.indexOf(within.from),
    ends: ends.map(clock),
    end: ends.indexOf(within.to),
    lengths: lengths.map(hoursWord),
    length: lengths.indexOf(minutes),
    wrong: isLong ? `${clock(within.from)} 到 ${clock(within.to)} 没有 ${hoursWord(minutes)}` : '',
    sentence: `${spanWords(within)}${isAny ? ` 之间，任意 ${hoursWord(minutes)}` : ''}`,
    ready: !isLong && covers(hours, within),
  }
}

export function waitLinkOf(care: Omit<ChosenCare, 'seenFen'>): string {
  const link = careLinkOf({ ...care, seenFen: 0 })
  return link.replace(/^[^?]*/, '/pages/wait-ask/wait-ask')
}
