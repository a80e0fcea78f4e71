import { accept, refuse, type Result } from './result'
import type { Closure, Shift } from './site'
import { overlaps } from './span'
import type { LocalDate, Weekday } from './time'

/** A site's working week, what differs on single dates, and what is closed: days are planned from it. */
export interface Roster {
  /** Grows with every saving; a saving made on an older one is a lost race. */
  readonly rev: number
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Shift[]>>>
  /** The whole day's shifts of these dates, in place of the weekday's. */
  readonly changes?: Readonly<Record<LocalDate, readonly Shift[]>>
  readonly closures: readonly Closure[]
}

export type Shifts = Pick<Roster, 'weekly' | 'changes'>

/** Who works on the date; `weekday` is the one that it follows. */
export function shiftsOn(
  { weekly, changes }: Shifts,
  date: LocalDate,
  weekday: Weekday,
): readonly Shift[] {
  return changes?.[date] ?? weekly[weekday] ?? []
}

export interface ShiftsChange {
  readonly date: LocalDate
  /** The weekday that the date follows. */
  readonly weekday: Weekday
  /** For this weekday in every week, not for the date alone. */
  readonly every: boolean
  readonly shifts: readonly Shift[]
}

/** The roster after a change. Dates that are over, and changes that change nothing, are forgotten. */
export function withShifts(
  roster: Shifts,
  { date, weekday, every, shifts }: ShiftsChange,
  today: LocalDate,
): Required<Shifts> {
  const weekly = every ? { ...roster.weekly, [weekday]: shifts } : roster.weekly
  const isUsual = every || sameShifts(shifts, roster.weekly[weekday] ?? [])
  const others = Object.entries(roster.changes ?? {}).filter(
    ([other]) => other >= today && other !== date,
  )
  const changes = Object.fromEntries(isUsual ? others : [...others, [date, shifts]])
  return { weekly, changes }
}

/** Whether the roster is already as the change would make it: the same saving again after a lost reply. */
export function hasShifts(roster: Shifts, { date, weekday, every, shifts }: ShiftsChange): boolean {
  const usual = roster.weekly[weekday] ?? []
  return every
    ? sameShifts(usual, shifts) && roster.changes?.[date] === undefined
    : sameShifts(shiftsOn(roster, date, weekday), shifts)
}

function sameShifts(some: readonly Shift[], others: readonly Shift[]): boolean {
  return shiftWords(some) === shiftWords(others)
}

function shiftWords(shifts: readonly Shift[]): string {
  return shifts
    .map(({ carer, groupId, span }) => [carer, groupId, span.from, span.to].join(' '))
    .sort()
    .join('\n')
}

/** Nobody is in two places: a carer twice at the same time is refused by name, with both times. */
export function decideShifts(shifts: readonly Shift[]): Result<readonly Shift[]> {
  for (const [index, shift] of shifts.entries()) {
    const other = shifts
      .slice(0, index)
      .find((each) => each.carer === shift.carer && overlaps(each.span, shift.span))
    if (other)
      return refuse({ code: 'carer_twice', carer: shift.carer, spans: [other.span, shift.span] })
  }
  return accept(shifts)
}
