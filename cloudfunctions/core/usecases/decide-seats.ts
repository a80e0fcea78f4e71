import { changed, joined, type DayChange } from '../../../miniprogram/domain/day-change'
import { familyConsentsDue } from '../../../miniprogram/domain/consent'
import { decideSession, type SessionDecided } from '../../../miniprogram/domain/decide-session'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { SessionId, SiteId } from '../../../miniprogram/domain/ids'
import { sessionDateOf } from '../../../miniprogram/domain/programme'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { lapsedFor, lettingGo, readDay, type Asking, type DayRead } from './decide-places'

export interface SeatsAsked {
  readonly siteId: SiteId
  readonly sessionId: SessionId
}

export interface SeatsDecided extends SessionDecided {
  readonly tariff: Tariff
  /** What is let go before the places are taken: whatever has lapsed, and this family's own hold. */
  readonly letGo: DayChange
}

/** The date of a session of this site; another's, or none at all, is not found. */
export function dateOfSession({ siteId, sessionId }: SeatsAsked): LocalDate {
  const date = sessionDateOf(sessionId)
  if (date === undefined || !sessionId.startsWith(`${siteId}_`))
    throw new FaultError({ code: 'not_found' })
  return date
}

/** The session's day as far as these children need it. */
export async function readSessionDay(
  context: Context,
  ask: SeatsAsked,
  asking: Asking,
): Promise<Result<DayRead>> {
  const date = dateOfSession(ask)
  const childIds = asking.children.map(({ id }) => id)
  const read = await readDay(context, { siteId: ask.siteId, date, childIds }, asking)
  return read ? accept(read) : refuse({ code: 'day_not_open', date })
}

/** Places in the session and their price, once everything that has lapsed, and the family's own hold, is let go. */
export async function decideSeats(
  { store, now }: Context,
  { siteId, sessionId }: SeatsAsked,
  { household, children, ids }: Asking,
  read: DayRead,
): Promise<Result<SeatsDecided>> {
  const { day } = read
  const notices = day.notices ? familyConsentsDue(household, day.notices) : []
  if (notices.length > 0) return refuse({ code: 'consent_renew', notices })
  const lapsed = lapsedFor(read, household.id, now)
  const letGo = joined(lapsed, lettingGo(changed(day, lapsed, now), ids))
  const tariff = await store.sites.tariff(siteId, day.tariffVersion)
  const left = changed(day, letGo, now)
  const decided = decideSession({ day: left, sessionId, household, children, tariff, now })
  return decided.ok ? accept({ ...decided.value, tariff, letGo }) : decided
}
