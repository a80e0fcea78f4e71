import { billOf, type Bill } from './bill'
import type { Placeable } from './child'
import type { DayBook } from './day'
import { decideBooking, type Placement } from './decide-booking'
import type { Household } from './household'
import { accept, type Result } from './result'
import type { Span } from './span'
import type { Tariff } from './tariff'
import type { Instant } from './time'

export interface CareAsk {
  readonly day: DayBook
  readonly household: Pick<Household, 'papers'>
  readonly children: readonly Placeable[]
  readonly span: Span
  readonly tariff: Tariff
  readonly now: Instant
}

/** Places and price of one attempt, decided together: what a quote shows is what a booking takes. */
export function decideCare(
  ask: CareAsk,
): Result<{ readonly placements: readonly Placement[]; readonly bill: Bill }> {
  const { day, household, children, span, tariff, now } = ask
  const placed = decideBooking({
    day,
    children,
    span,
    now,
    hasPlace: (slot, childId) => day.kids[childId]?.[slot] !== undefined,
  })
  if (!placed.ok) return placed
  const ids = children.map(({ id }) => id)
  return accept({
    placements: placed.value,
    bill: billOf(ids, span, tariff, household.papers !== undefined),
  })
}
