import type { Placement } from './decide-booking'
import type { BookingId, ChildId, HouseholdId, SessionId, WaitId } from './ids'
import type { BookedSession } from './seats'
import { overlaps, type Span } from './span'
import { HOUR, MINUTE, addDays, dateOf, instantOf, later, localTime, timeOf } from './time'
import type { Instant, LocalDate } from './time'

/** "Any two hours between 9 and 12": what a family waits for on a day. No names. */
export interface Wait {
  readonly id: WaitId
  readonly householdId: HouseholdId
  readonly childIds: readonly ChildId[]
  /** The care lies within these hours … */
  readonly within: Span
  /** … and takes so long. */
  readonly minutes: number
  readonly askedAt: Instant
  /** Minutes that the family had booked in that week when it asked: of two alike the one with fewer is served. */
  readonly shareMinutes: number
  /** Siblings are placed together. */
  readonly places: readonly Placement[]
  /** For a place in this session; absent for care by the hour. */
  readonly session?: BookedSession
  readonly offer?: Offer
}

/** A family asks once a day for care, and once for each session. */
export function waitKeyOf({
  householdId,
  session,
}: {
  readonly householdId: HouseholdId
  readonly session?: { readonly id: SessionId }
}): string {
  return session ? `${householdId}_${session.id}` : householdId
}

/** Places that are kept for a waiting family until it takes them or time is up. */
export interface Offer {
  readonly ids: readonly BookingId[]
  readonly span: Span
  readonly until: Instant
}

export const OFFER_MINUTES = 10
/** Nobody has to wake up for an offer: one that is made at night stands until people are up. */
const NIGHT_FROM = localTime('22:00')
const NIGHT_TO = localTime('07:00')

export function offerUntil(now: Instant): Instant {
  const time = timeOf(now)
  const isNight = time >= NIGHT_FROM || time < NIGHT_TO
  const morning = addDays(dateOf(now), time >= NIGHT_FROM ? 1 : 0)
  const from = isNight ? instantOf(morning, NIGHT_TO) : now
  return later(from, OFFER_MINUTES * MINUTE)
}

/** Still without an offer, and some of its hours are still to come. */
export function isWaiting(
  { offer, within, minutes }: Wait,
  date: LocalDate,
  now: Instant,
): boolean {
  const last = later(instantOf(date, within.to), -(minutes / 60) * HOUR)
  return offer === undefined && last > now
}

/** Who asked first; of those who asked at once whose family has booked less that week. */
export function byAsking(a: Wait, b: Wait): number {
  return a.askedAt - b.askedAt || a.shareMinutes - b.shareMinutes || (a.id < b.id ? -1 : 1)
}

/** Families on the list before this one for hours that overlap; 0: it is the next. */
export function aheadOf(
  wait: Wait,
  waits: readonly Wait[],
  { date, now }: { readonly date: LocalDate; readonly now: Instant },
): number {
  const groups = new Set(wait.places.map(({ groupId }) => groupId))
  return waits.filter(
    (other) =>
      other.id !== wait.id &&
      other.session?.id === wait.session?.id &&
      isWaiting(other, date, now) &&
      byAsking(other, wait) < 0 &&
      overlaps(other.within, wait.within) &&
      (wait.session !== undefined || other.places.some(({ groupId }) => groups.has(groupId))),
  ).length
}

/** Whether this is the asking, and the answer is to what it was offered. */
export function isAnswerable(
  { id, offer, childIds }: Wait,
  answer: { readonly id: WaitId; readonly span: Span; readonly childIds: readonly ChildId[] },
): boolean {
  return (
    id === answer.id &&
    offer?.span.from === answer.span.from &&
    offer.span.to === answer.span.to &&
    childIds.length === answer.childIds.length &&
    childIds.every((childId) => answer.childIds.includes(childId))
  )
}

/** A booking within the hours that a family waits for is what it waited for. An offer that stands is another matter. */
export function endsWait(
  { offer, within, childIds }: Wait,
  booked: {
    readonly children: readonly { readonly id: ChildId }[]
    readonly span: Span
    readonly now: Instant
  },
): boolean {
  const isOffered = offer !== undefined && offer.until > booked.now
  const isSame = booked.children.some(({ id }) => childIds.includes(id))
  return !isOffered && isSame && overlaps(within, booked.span)
}
