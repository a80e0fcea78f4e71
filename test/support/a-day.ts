import type { CalendarDay } from '../../miniprogram/domain/calendar'
import { planDay, type DayBook } from '../../miniprogram/domain/day'
import type { GroupId } from '../../miniprogram/domain/ids'
import type { Session } from '../../miniprogram/domain/session'
import type { Closure, Shift, Site } from '../../miniprogram/domain/site'
import { localDate, type LocalDate } from '../../miniprogram/domain/time'
import { aSite } from './a-site'
import { aSpan } from './a-span'

export const MONDAY = localDate('2026-09-07')

export interface DayFacts {
  date?: LocalDate
  site?: Partial<Site>
  /** Carers on duty the whole day, by group; two in each unless said. */
  carers?: Readonly<Record<string, number>>
  shifts?: readonly Shift[]
  closures?: readonly Closure[]
  calendar?: readonly CalendarDay[]
  sessions?: readonly Session[]
}

/** An empty Monday at `aSite`. */
export function aDay(facts: DayFacts = {}): DayBook {
  const { date = MONDAY, carers = { little: 2, big: 2 }, closures = [] } = facts
  return planDay({
    site: aSite(facts.site),
    date,
    shifts: facts.shifts ?? wholeDay(carers),
    closures,
    ...(facts.sessions ? { sessions: facts.sessions } : {}),
    ...(facts.calendar ? { calendar: facts.calendar } : {}),
    tariffVersion: '2026-09',
  })
}

export function aShift(carer: string, groupId: string, span: string): Shift {
  return { carer, groupId: groupId as GroupId, span: aSpan(span) }
}

function wholeDay(carers: Readonly<Record<string, number>>): Shift[] {
  return Object.entries(carers).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, n) => aShift(`${group}-carer-${n}`, group, '0:00-24:00')),
  )
}
