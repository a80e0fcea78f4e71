import type { SiteId } from './ids'
import { mondayOf, sessionIdOf } from './programme'
import type { Session, SessionFacts } from './session'
import { addDays, weekdayOf, type LocalDate, type Weekday } from './time'

/** A line of the timetable: what there is on a weekday of every week that is planned from it. */
export interface TimetableLine extends SessionFacts {
  readonly id: string
  readonly weekday: Weekday
}

export interface Timetable {
  /** Grows with every saving; 0 before the first. */
  readonly rev: number
  readonly lines: readonly TimetableLine[]
}

/** The week's sessions as the timetable has them. */
export function sessionsByTimetable(
  { lines }: Timetable,
  siteId: SiteId,
  monday: LocalDate,
): Session[] {
  return lines.map(({ id, weekday, ...facts }) => {
    const date = addDays(mondayOf(monday), weekday - 1)
    return { ...facts, id: sessionIdOf(siteId, date, id), siteId, date }
  })
}

/** The same sessions in another week; those that were called off are not copied. */
export function sessionsMoved(sessions: readonly Session[], monday: LocalDate): Session[] {
  return sessions.flatMap((session) => {
    const { cancelled, siteId, date: old, id } = session
    if (cancelled) return []
    const date = addDays(mondayOf(monday), weekdayOf(old) - 1)
    return [{ ...factsOf(session), siteId, date, id: sessionIdOf(siteId, date, keyOf(id)) }]
  })
}

/** The session as a line of the timetable, in place of the one that it came from. */
export function withLine(timetable: Timetable, session: Session): TimetableLine[] {
  const line = {
    ...factsOf(session),
    id: keyOf(session.id),
    weekday: weekdayOf(session.date),
  }
  return [...withoutLine(timetable, session), line]
}

/** The timetable without the line of this session; the sessions planned from it stay. */
export function withoutLine({ lines }: Timetable, { id }: Pick<Session, 'id'>): TimetableLine[] {
  return lines.filter((line) => line.id !== keyOf(id))
}

export function isInTimetable(timetable: Timetable, session: Pick<Session, 'id'>): boolean {
  return withoutLine(timetable, session).length < timetable.lines.length
}

/** What is the same every week: its leader, but nobody's word to help or wish to hand it on. */
function factsOf(session: Session): SessionFacts {
  const {
    id: _id,
    siteId: _site,
    date: _date,
    cancelled: _off,
    helpers: _helpers,
    leader: { offered: _offered, ...leader },
    ...facts
  } = session
  return { ...facts, leader }
}

/** What the session is called within its date. */
export function keyOf(id: Session['id']): string {
  return id.slice(id.lastIndexOf('_') + 1)
}
