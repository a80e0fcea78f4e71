import { billOf, type Bill } from './bill'
import type { Placeable } from './child'
import type { DayBook } from './day'
import { decideBooking, type Placement } from './decide-booking'
import type { Household } from './household'
import type { BookingId } from './ids'
import { accept, type Result } from './result'
import { shareLeftOf, takenOf } from './share'
import type { Span } from './span'
import type { Tariff } from './tariff'
import type { Instant } from './time'

export interface CareAsk {
  readonly day: DayBook
  readonly household: Pick<Household, 'papers' | 'share'>
  readonly children: readonly Placeable[]
  readonly span: Span
  readonly tariff: Tariff
  readonly now: Instant
  /** The attempt's own bookings: what they took of the share before a crash is theirs to use. */
  readonly own?: readonly BookingId[]
}

/** Places and price of one attempt, decided together: what a quote shows is what a booking takes. */
export function decideCare(
  ask: CareAsk,
): Result<{ readonly placements: readonly Placement[]; readonly bill: Bill }> {
  const { day, household, children, span, tariff, now, own = [] } = ask
  const shareLeft = shareLeftOf(day, takenOf(household.share, day.date, own), now)
  const placed = decideBooking({
    day,
    children,
    span,
    now,
    ...(shareLeft === undefined ? {} : { shareLeft }),
    hasPlace: (slot, childId) => day.kids[childId]?.[slot] !== undefined,
  })
  if (!placed.ok) return placed
  const ids = children.map(({ id }) => id)
  return accept({
    placements: placed.value,
    bill: billOf(ids, span, tariff, household.papers !== undefined),
  })
}
