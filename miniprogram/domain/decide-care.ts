import { limitedUntil } from './absence'
import { billOf, type Bill } from './bill'
import type { Placeable } from './child'
import type { DayBook } from './day'
import { decideBooking, type Placement } from './decide-booking'
import { freeMinutesLeft } from './free-hours'
import { refuseExcluded } from './health'
import type { Household } from './household'
import type { BookingId } from './ids'
import { accept, refuse, type Refused, type Result } from './result'
import { shareLeftOf, takenOf } from './share'
import { slotKeysOf, type Span } from './span'
import type { Tariff } from './tariff'
import { dateOf, type Instant, type LocalDate } from './time'

export interface CareAsk {
  readonly day: DayBook
  readonly household: Pick<
    Household,
    'papers' | 'absences' | 'share' | 'free' | 'owedFen' | 'health'
  >
  readonly children: readonly Placeable[]
  readonly span: Span
  readonly tariff: Tariff
  readonly now: Instant
  /** The attempt's own bookings: what they took of share and free minutes before a crash is theirs to use. */
  readonly own?: readonly BookingId[]
}

/** Places and price of one attempt, decided together: what a quote shows is what a booking takes. */
export function decideCare(
  ask: CareAsk,
): Result<{ readonly placements: readonly Placement[]; readonly bill: Bill }> {
  const { day, household, children, span, tariff, now, own = [] } = ask
  const refused = refuseFamily(day.date, household, children, now, tariff) ?? refuseHeld(ask)
  if (refused) return refused
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
    bill: billOf(
      ids,
      span,
      tariff,
      household.papers !== undefined,
      freeMinutesLeft(household, tariff, day.date, own),
    ),
  })
}

/** What keeps a family from booking anything: days missed, a child that is ill, bills unpaid. */
export function refuseFamily(
  date: LocalDate,
  { absences, health, owedFen }: Pick<Household, 'absences' | 'health' | 'owedFen'>,
  children: readonly Placeable[],
  now: Instant,
  tariff?: Tariff,
): Refused | undefined {
  const until = limitedUntil(absences, dateOf(now))
  if (until) return refuse({ code: 'limited_by_absences', until })
  for (const { id } of children) {
    const excluded = refuseExcluded(health?.[id], date)
    if (excluded) return refuse(excluded)
  }
  if (!tariff || owedFen === undefined || owedFen <= tariff.unpaidMostFen) return undefined
  return refuse({ code: 'unpaid_bills', owedFen, mostFen: tariff.unpaidMostFen })
}

/** The family itself keeps a place there: another guardian is reading the bill, or the waiting list has an offer. */
export function refuseHeld({
  day,
  children,
  span,
  now,
}: Pick<CareAsk, 'day' | 'children' | 'span' | 'now'>): Refused | undefined {
  for (const key of slotKeysOf(span))
    for (const { id } of children) {
      const booking = day.kids[id]?.[key]
      const until = booking && day.holds?.[booking]
      if (until && until > now) return refuse({ code: 'held_elsewhere', until })
    }
  return undefined
}
