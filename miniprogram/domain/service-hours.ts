import type { Part } from './crew'
import type { SessionId, SiteId, VolunteerId } from './ids'
import { accept, refuse, type Result } from './result'
import { instantOf, type Instant, type LocalDate } from './time'
import type { Session } from './session'

/**
 * Time that staff confirmed after a session, in minutes. Nothing is changed afterwards: a correction is one more entry
 * with the difference, so the entries of a session add up to what stands.
 */
export interface HoursEntry {
  readonly id: string
  readonly siteId: SiteId
  readonly volunteerId: VolunteerId
  readonly sessionId: SessionId
  readonly date: LocalDate
  readonly title: string
  readonly part: Part
  /** Negative where a correction takes away. */
  readonly minutes: number
  /** Of a correction. */
  readonly why?: string
  /** Who confirmed it, as staff are called. */
  readonly by: string
  readonly at: Instant
}

export const QUARTER = 15
/** Nobody leads longer than a working day. */
export const MOST_MINUTES = 8 * 60

export function minutesSum(entries: readonly Pick<HoursEntry, 'minutes'>[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Numbered, so that of two confirmations at once the second finds the number taken. */
export function hoursIdOf(sessionId: SessionId, volunteerId: VolunteerId, number: number): string {
  return `${sessionId}_${volunteerId}_${number}`
}

export interface Confirming {
  readonly session: Pick<Session, 'date' | 'span' | 'cancelled'>
  /** The entries of this person and session so far. */
  readonly before: readonly Pick<HoursEntry, 'minutes'>[]
  /** What stood when the page was opened. */
  readonly seenMinutes: number
  readonly minutes: number
  readonly why: string
  readonly now: Instant
}

/** What has to be added so that these minutes stand; 0: they do already. */
export function decideHoursConfirmed(confirming: Confirming): Result<{ readonly minutes: number }> {
  const { session, before, seenMinutes, minutes, why, now } = confirming
  if (session.cancelled !== undefined || now < instantOf(session.date, session.span.to))
    return refuse({ code: 'duty_not_over', to: session.span.to })
  const stands = minutesSum(before)
  if (before.length > 0 && stands === minutes) return accept({ minutes: 0 })
  if (stands !== seenMinutes) return refuse({ code: 'hours_changed', minutes: stands })
  if (before.length > 0 && why === '') return refuse({ code: 'why_needed' })
  return accept({ minutes: minutes - stands })
}

/** What stands of each session, the latest first; those that a correction took away whole are left out. */
export function servedOf(entries: readonly HoursEntry[]): HoursEntry[] {
  const bySession = new Map<SessionId, HoursEntry[]>()
  for (const entry of entries)
    bySession.set(entry.sessionId, [...(bySession.get(entry.sessionId) ?? []), entry])
  return [...bySession.values()]
    .flatMap((all) => all.slice(0, 1).map((first) => ({ ...first, minutes: minutesSum(all) })))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}
