import type { ProgrammeId, SessionId, SiteId } from './ids'
import type { Session } from './session'
import { addDays, localDate, weekdayOf, type LocalDate } from './time'

/**
 * A week of sessions in one document, so that one conditional update sees every clash: of two people who plan at
 * once the later decides anew. Weeks do not clash with each other.
 */
export interface Programme {
  readonly siteId: SiteId
  readonly monday: LocalDate
  /** Grows with every change. */
  readonly rev: number
  readonly sessions: Readonly<Record<SessionId, Session>>
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

export function programmeIdOf(siteId: SiteId, date: LocalDate): ProgrammeId {
  return `${siteId}_${mondayOf(date)}` as ProgrammeId
}

/** The same line of the timetable on the same date is the same session, however often the week is copied. */
export function sessionIdOf(siteId: SiteId, date: LocalDate, key: string): SessionId {
  return `${siteId}_${date}_${key}` as SessionId
}

/** The date that the id names; undefined where it names none. */
export function sessionDateOf(id: SessionId): LocalDate | undefined {
  const [, date] = /_(\d{4}-\d{2}-\d{2})_[A-Za-z0-9-]+$/.exec(id) ?? []
  try {
    return date === undefined ? undefined : localDate(date)
  } catch {
    return undefined
  }
}

export function emptyProgramme(siteId: SiteId, date: LocalDate): Programme {
  return { siteId, monday: mondayOf(date), rev: 0, sessions: {} }
}

/** In order of time. */
export function sessionsOf(programmes: readonly Programme[]): Session[] {
  return programmes
    .flatMap(({ sessions }) => Object.values(sessions))
    .sort((a, b) => (when(a) < when(b) ? -1 : 1))
}

/** Every Monday whose week touches these dates. */
export function mondaysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const mondays: LocalDate[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) mondays.push(monday)
  return mondays
}

function when({ date, span, id }: Session): string {
  return `${date} ${span.from} ${id}`
}
