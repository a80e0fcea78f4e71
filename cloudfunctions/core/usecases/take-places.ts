import { quoteFor } from '../../../miniprogram/domain/bill'
import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Child } from '../../../miniprogram/domain/child'
import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import { decideCare } from '../../../miniprogram/domain/decide-care'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import { bookingIdOf, type BookingId, type SiteId } from '../../../miniprogram/domain/ids'
import { opened } from '../../../miniprogram/domain/release'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import { isShared } from '../../../miniprogram/domain/share'
import type { Span } from '../../../miniprogram/domain/span'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { claimTrial, releaseTrial } from './claim-trial'
import { claimShare, returnShare } from './claim-share'

/** How often a lost race is decided anew before the caller is asked to try again. */
const TRIES = 5

export interface CareAsked {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
  readonly seenTotalFen: number
  /** The draw of this tranche hands out its places: they are open to this ask alone. */
  readonly tranche?: number
}

export interface Asking {
  readonly household: Household
  readonly children: readonly Child[]
  /** The same attempt again meets the same bookings. */
  readonly attempt: string
}

/**
 * Takes the places of one span for one child or siblings, all or none. The day's one conditional update makes it true;
 * the readable copies follow, and are made good from the day if the process dies in between.
 */
export async function takePlaces(
  context: Context,
  ask: CareAsked,
  asking: Asking,
): Promise<Result<readonly Booking[]>> {
  const booked = await take(context, ask, asking)
  if (booked.ok) for (const booking of booked.value) await context.store.bookings.save(booking)
  return booked
}

async function take(
  context: Context,
  ask: CareAsked,
  { household, children, attempt }: Asking,
): Promise<Result<readonly Booking[]>> {
  const ids = children.map(({ id }) => bookingIdOf(attempt, id))
  const trying = { household, children, attempt, ids }
  for (let tries = 0; tries < TRIES; tries++) {
    const booked = await tryToTake(context, ask, trying)
    if (booked === 'lost') continue
    // The places went to somebody else after the claims: the family may try another time at once.
    if (!booked.ok && tries > 0) await giveBack(context, ask, household, ids)
    return booked
  }
  await giveBack(context, ask, household, ids)
  throw new FaultError({ code: 'busy' })
}

/** Reads, decides, takes. Lost: somebody changed the day in between, and it is to be decided anew. */
async function tryToTake(
  context: Context,
  { siteId, date, span, seenTotalFen, tranche }: CareAsked,
  { household, children, attempt, ids }: Asking & { readonly ids: readonly BookingId[] },
): Promise<Result<readonly Booking[]> | 'lost'> {
  const { store, now } = context
  const childIds = children.map(({ id }) => id)
  const read = await store.days.readFor(siteId, date, childIds, ids)
  if (!read) return refuse({ code: 'day_not_open', date })
  const before = bookedBefore(read, ids)
  if (before) return accept(before)

  const day = tranche === undefined ? read : opened(read, tranche)
  const tariff = await store.sites.tariff(siteId, day.tariffVersion)
  const decided = decideCare({ day, household, children, span, tariff, now, own: ids })
  if (!decided.ok) return decided
  const { placements, bill } = decided.value
  if (bill.totalFen !== seenTotalFen)
    return refuse({
      code: 'price_changed',
      quotes: bill.quotes.map(({ quote }) => quote),
      totalFen: bill.totalFen,
    })
  const taking = placements.map(({ childId, groupId, load }) => {
    const quote = quoteFor(bill, childId)
    const reservation: Reservation = {
      state: 'booked',
      childId,
      householdId: household.id,
      groupId,
      span,
      load,
      quote,
      ...(isShared(day, now) ? { inShare: true } : {}),
      rev: 1,
      bookedAt: now,
    }
    return [bookingIdOf(attempt, childId), reservation] as const
  })
  if (!(await claimTrial(context, household, { siteId, date, span, ids })))
    return refuse({ code: 'papers_first' })
  const shared = await claimShare(context, household, day, taking)
  if (!shared.ok) {
    await releaseTrial(context, household, ids)
    return shared
  }
  if (!(await store.days.take(day, taking, now))) return 'lost'
  return accept(taking.map(([id, each]) => bookingOf(siteId, date, id, each)))
}

/** The same attempt again, after a lost reply or even after a cancellation: the same answer, nothing taken twice. */
function bookedBefore(day: DayBook, ids: readonly BookingId[]): Booking[] | undefined {
  const found = ids.flatMap((id) => {
    const reservation = day.reservations[id]
    return reservation ? [bookingOf(day.siteId, day.date, id, reservation)] : []
  })
  return found.length === ids.length ? found : undefined
}

async function giveBack(
  context: Context,
  { date }: CareAsked,
  household: Household,
  ids: readonly BookingId[],
): Promise<void> {
  await releaseTrial(context, household, ids)
  await returnShare(context, household.id, date, ids)
}
