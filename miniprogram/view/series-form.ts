import { billOf } from '../domain/bill'
import type { Child } from '../domain/child'
import type { Day } from '../domain/day'
import type { ChildId } from '../domain/ids'
import { fen, type Fen } from '../domain/money'
import { foreseeSeries, seriesDatesOf, type Foreseen, type SeriesMode } from '../domain/series'
import { weekOf } from '../domain/share'
import type { Span } from '../domain/span'
import type { Tariff } from '../domain/tariff'
import {
  addDays,
  dateOf,
  instantOf,
  weekdayOf,
  type Instant,
  type LocalDate,
  type Weekday,
} from '../domain/time'
import type { Booking } from './booking'
import { dayAskOf } from './day-ask'
import { kidChipsOf, type KidChip } from './kid-chips'
import { yuan } from './money'
import { foreseenWords, weekdayLabel, type SeriesLine } from './series-words'
import { USUAL_SPAN, careTimesOf, spanChoiceOf, type SpanChoice } from './span-choice'
import { dateWords } from './when'
import { wordsOf, type Words } from './words'

/** What the page knows and what has been chosen so far. */
export interface SeriesState {
  readonly week: readonly Day[]
  readonly bookings: readonly Booking[]
  readonly children: readonly Child[]
  readonly papersSeen: boolean
  readonly shareTaken: Readonly<Record<LocalDate, number>>
  readonly tariff: Tariff
  readonly now: Instant
  readonly childIds: readonly ChildId[]
  readonly weekdays: readonly Weekday[]
  readonly span: Span
  /** From today on, or from next Monday. */
  readonly start: 'now' | 'next'
  readonly weeks: number
  readonly mode: SeriesMode
}

export interface Option<Value> {
  readonly value: Value
  readonly label: string
  readonly on: boolean
}

export interface SeriesFormView {
  readonly kids: readonly KidChip[]
  readonly weekdays: readonly Option<Weekday>[]
  readonly span: SpanChoice
  readonly starts: readonly Option<SeriesState['start']>[]
  readonly weeks: readonly Option<number>[]
  readonly modes: readonly (Option<SeriesMode> & { readonly note: string })[]
  readonly days: readonly SeriesLine[]
  /** 每次 ¥27; 每次最多 where free hours may make it less; empty until there is something to price. */
  readonly each: string
  readonly seenTotalFen: Fen
  readonly stop: Words | null
  readonly button: string
  readonly ready: boolean
}

export const WEEK_CHOICES = [1, 2, 4, 8] as const
/** What the page opens with, before anything is chosen. */
export const USUAL_SERIES: Pick<SeriesState, 'weekdays' | 'span' | 'start' | 'weeks' | 'mode'> = {
  weekdays: [],
  span: USUAL_SPAN,
  start: 'now',
  weeks: 4,
  mode: 'each',
}

export function seriesFromOf({ start, now }: SeriesState): LocalDate {
  const today = dateOf(now)
  return start === 'now' ? today : addDays(weekOf(today), 7)
}

export function seriesFormOf(state: SeriesState): SeriesFormView {
  const { children, childIds, span, weekdays, now, papersSeen, week, mode } = state
  const choice = spanChoiceOf(careTimesOf(week), span)
  const days = choice.wrong ? new Map<LocalDate, Foreseen>() : foreseenOf(state)
  const bill = billOf(childIds, span, state.tariff, papersSeen)
  // Which of the days use them up is known only day by day.
  const most = papersSeen && state.tariff.freeMinutes > 0
  const stop = papersSeen ? null : wordsOf({ code: 'papers_first' })
  return {
    kids: kidChipsOf(children, childIds, dateOf(now)),
    weekdays: openWeekdays(week).map((value) => ({
      value,
      label: weekdayLabel(value),
      on: weekdays.includes(value),
    })),
    span: choice,
    starts: [
      { value: 'now', label: '从现在起', on: state.start === 'now' },
      { value: 'next', label: '下周一起', on: state.start === 'next' },
    ],
    weeks: WEEK_CHOICES.map((value) => ({
      value,
      label: `${value} 周`,
      on: state.weeks === value,
    })),
    modes: [
      {
        value: 'each',
        label: '能约的都约上',
        note: '约满的那天跳过，其他照约。',
        on: mode === 'each',
      },
      {
        value: 'all',
        label: '有一天约不上就都不约',
        note: '只看已经放出位置的日子。',
        on: mode === 'all',
      },
    ],
    days: [...days].map(([date, each]) => ({
      date,
      when: dateWords(date),
      ...foreseenWords(each, now),
      bookingId: '',
    })),
    each: days.size > 0 ? `${most ? '每次最多' : '每次'} ${yuan(bill.totalFen)}` : '',
    seenTotalFen: bill.totalFen,
    stop,
    ...stepOf(state, [...days.values()], bill.totalFen, most ? '最多 ' : ''),
    ...(stop ? { ready: false } : {}),
  }
}

/** The point's own weekdays, Monday first. */
function openWeekdays(week: readonly Day[]): Weekday[] {
  const open = new Set(week.flatMap(({ date, hours }) => (hours ? [weekdayOf(date)] : [])))
  return [...open].sort((a, b) => a - b)
}

function foreseenOf(state: SeriesState): ReadonlyMap<LocalDate, Foreseen> {
  const { week, bookings, children, childIds, shareTaken, now, span, weekdays, weeks } = state
  const chosen = children.filter(({ id }) => childIds.includes(id))
  const dates = seriesDatesOf(weekdays, seriesFromOf(state), weeks)
  return foreseeSeries(
    dates.filter((date) => instantOf(date, span.from) > now),
    span,
    (date) => {
      const day = week.find((each) => each.date === date)
      if (!day) return undefined
      const { shareLeft: _share, ...ask } = dayAskOf({ day, children: chosen, bookings, now })
      return ask
    },
    (monday) => shareTaken[monday] ?? 0,
  )
}

function stepOf(
  { weekdays, mode }: SeriesState,
  days: readonly Foreseen[],
  eachFen: Fen,
  most: string,
): Pick<SeriesFormView, 'button' | 'ready'> {
  const count = (wanted: Foreseen['state']): number =>
    days.filter(({ state }) => state === wanted).length
  const [free, waiting, refused] = [count('free'), count('waiting'), count('refused')]
  if (weekdays.length === 0) return { button: '请选星期几', ready: false }
  if (days.length === 0) return { button: '请选时间', ready: false }
  if (mode === 'all' && refused > 0) return { button: `有 ${refused} 天约不上`, ready: false }
  if (free === 0 && waiting === 0) return { button: '这些日子都约不上', ready: false }
  if (free === 0) return { button: `登记 ${waiting} 次，放位后自动约`, ready: true }
  const later = waiting > 0 ? `，另等 ${waiting} 次` : ''
  return { button: `约上 ${free} 次${later} · ${most}${yuan(fen(eachFen * free))}`, ready: true }
}
