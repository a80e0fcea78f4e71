import type { GroupId } from '../domain/ids'
import type { Shift } from '../domain/site'
import { SLOT_MINUTES, covers, slotTimesOf, type Span } from '../domain/span'
import {
  dateOf,
  minutesOf,
  timeAt,
  weekdayOf,
  type Instant,
  type LocalDate,
  type Weekday,
} from '../domain/time'
import { closedLong } from '../domain/why-closed'
import type { DayCell } from './week-strip'
import { dateWords, dayWord, spanWords, weekdayName } from './when'

/** A date of the plan as `showPlan` gives it. */
export interface PlannedDate {
  readonly date: LocalDate
  readonly weekday: Weekday
  readonly changed: boolean
  readonly closed?: string
  readonly hours?: Span
  readonly shifts: readonly Shift[]
}

export interface RosterFacts {
  readonly now: Instant
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly days: readonly PlannedDate[]
  readonly excess: number
}

export interface RosterView {
  readonly days: readonly DayCell[]
  /** The day that is shown, `YYYY-MM-DD`. */
  readonly selected: string
  readonly title: string
  /** What is special about the date: 按周五上班, 这天改过班, 台风停园. */
  readonly note: string
  readonly groups: readonly RosterGroup[]
  /** 只改 11 月 26 日 · 以后每个周四 */
  readonly scopes: readonly { readonly every: boolean; readonly label: string }[]
  /** 有 2 个预约放不下了, or empty. */
  readonly excess: string
}

export interface RosterGroup {
  readonly id: GroupId
  readonly name: string
  readonly rows: readonly ShiftRow[]
  /** 12:00–14:00 没有老师, or empty. */
  readonly gaps: string
}

export interface ShiftRow {
  /** Where the shift stands in the list that is edited. */
  readonly index: number
  readonly carer: string
  readonly time: string
  readonly aria: string
}

/** The page for one date; `shifts` are as edited, saved or not. */
export function rosterViewOf(
  { now, groups, days, excess }: RosterFacts,
  date: LocalDate,
  shifts: readonly Shift[],
): RosterView {
  const today = dateOf(now)
  const day = days.find((each) => each.date === date)
  const weekday = day?.weekday ?? weekdayOf(date)
  return {
    days: days.map((each) => cellOf(each, today, date)),
    selected: date,
    title: dateWords(date),
    note: day ? noteOf(day) : '',
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      rows: rowsOf(shifts, id),
      gaps: gapsOf(shifts, id, day?.hours),
    })),
    scopes: [
      { every: false, label: `只改 ${dateWords(date).replace(/ 周.$/, '')}` },
      { every: true, label: `每个${weekdayName(weekday)}都这样` },
    ],
    excess: excess > 0 ? `有 ${excess} 个预约放不下了` : '',
  }
}

function cellOf(day: PlannedDate, today: LocalDate, selected: LocalDate): DayCell {
  const { date, shifts, hours, changed } = day
  const carers = new Set(shifts.map(({ carer }) => carer)).size
  const word = hours ? `${carers} 人` : '休'
  return {
    date,
    weekday: dayWord(date, today),
    day: String(Number(date.slice(8))),
    word,
    tone: hours ? (changed ? 'few' : 'free') : 'none',
    selected: date === selected,
    aria: `${dateWords(date)}，${hours ? `${carers} 位老师` : '不开放'}${changed ? '，改过班' : ''}`,
  }
}

function noteOf({ date, weekday, changed, closed, hours }: PlannedDate): string {
  const swapped = weekday === weekdayOf(date) ? '' : `调休，按${weekdayName(weekday)}上班`
  const shut = hours ? '' : closedLong(closed ?? '')
  return [shut, swapped, changed ? '这天改过班' : ''].filter(Boolean).join(' · ')
}

function rowsOf(shifts: readonly Shift[], groupId: GroupId): ShiftRow[] {
  return shifts
    .map((shift, index) => ({ shift, index }))
    .filter(({ shift }) => shift.groupId === groupId)
    .sort((a, b) => (startOf(a.shift) < startOf(b.shift) ? -1 : 1))
    .map(({ shift: { carer, span }, index }) => {
      const time = spanWords(span)
      return { index, carer, time, aria: `${carer}，${time}，修改` }
    })
}

function startOf({ span, carer }: Shift): string {
  return `${span.from} ${carer}`
}

/** Half hours of the opening hours in which nobody of the group works, neighbours told as one. */
function gapsOf(shifts: readonly Shift[], groupId: GroupId, hours: Span | undefined): string {
  const gaps: Span[] = []
  for (const from of hours ? slotTimesOf(hours) : []) {
    const half = { from, to: timeAt(minutesOf(from) + SLOT_MINUTES) }
    if (shifts.some((shift) => shift.groupId === groupId && covers(shift.span, half))) continue
    const last = gaps[gaps.length - 1]
    if (last?.to === from) gaps[gaps.length - 1] = { from: last.from, to: half.to }
    else gaps.push(half)
  }
  return gaps.length > 0 ? `${gaps.map(spanWords).join('、')} 没有老师，约不上` : ''
}
