import type { DayBook, Reservation } from './day'
import type { Placement } from './decide-booking'
import type { BookingId, ChildId, HouseholdId, SiteId, WaitId } from './ids'
import { fen } from './money'
import type { BookedSession } from './seats'
import { MINUTE, later, type Instant, type LocalDate } from './time'
import { spanMinutes, type Span } from './span'

/** Places are kept so long for whoever reads the bill. */
export const HOLD_MINUTES = 5

/** A family's one hold, on its own document: which places, and whose phone reads the bill. */
export interface Hold {
  readonly ids: readonly BookingId[]
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
  readonly childIds: readonly ChildId[]
  /** The guardian whose phone asked. */
  readonly by: string
  /** The page's own id of this asking: an older page that closes late lets go of nothing newer. */
  readonly attempt: string
  readonly until: Instant
}

export function holdUntil(now: Instant): Instant {
  return later(now, HOLD_MINUTES * MINUTE)
}

export interface Holding {
  readonly householdId: HouseholdId
  readonly span: Span
  readonly tariffVersion: string
  readonly until: Instant
  readonly offer?: WaitId
  readonly session?: BookedSession
  readonly now: Instant
}

/**
 * A place that is kept and not yet booked. It has no price: the booking makes its own. Nothing stays of it when it is
 * let go or lapses, so a day does not grow with every look at a bill.
 */
export function heldOf(
  { childId, groupId, load }: Placement,
  { householdId, span, tariffVersion, until, offer, session, now }: Holding,
): Reservation {
  const nothing = fen(0)
  return {
    state: 'held',
    childId,
    householdId,
    groupId,
    span,
    load,
    quote: {
      tariffVersion,
      minutes: spanMinutes(span),
      lines: [],
      totalFen: nothing,
      marketFen: nothing,
    },
    rev: 0,
    bookedAt: now,
    until,
    ...(offer === undefined ? {} : { offer }),
    ...(session ? { session } : {}),
  }
}

/** Whether a hold's time is up somewhere on the day. */
export function hasLapsed({ holds = {} }: Pick<DayBook, 'holds'>, now: Instant): boolean {
  return Object.values(holds).some((until) => until <= now)
}
