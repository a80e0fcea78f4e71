import { quoteFor } from '../../../miniprogram/domain/bill'
import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Child } from '../../../miniprogram/domain/child'
import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import type { WaitMove } from '../../../miniprogram/domain/day-change'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import { bookingIdOf, type SiteId, type WaitId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import { isShared } from '../../../miniprogram/domain/share'
import type { Span } from '../../../miniprogram/domain/span'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { endsWait, isAnswerable } from '../../../miniprogram/domain/wait'
import type { Context } from '../kernel/context'
import { claimShare, returnShare } from './claim-share'
import { claimTrial, releaseTrial } from './claim-trial'
import { decidePlaces, readDay, takePlaces, type Asking } from './decide-places'
import { returnFreeHours, takeFreeHours } from './take-free-hours'

/** How often a lost race is decided anew before the caller is asked to try again. */
const TRIES = 5

export interface CareAsked {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
  readonly seenTotalFen: number
  /** A cheaper price than the one seen is taken too: nobody looks at the bill when the day comes. */
  readonly orLess?: boolean
  /** The asking that this booking answers: its places are held already. */
  readonly waitId?: WaitId | undefined
  /** The draw of this tranche hands out its places: they are open to this ask alone. */
  readonly tranche?: number
}

export interface Attempting {
  readonly household: Household
  readonly children: readonly Child[]
  /** The stem of the bookings' ids: the same attempt again meets the same bookings. */
  readonly attempt: string
}
type Attempt = Attempting & Asking

/**
 * Books the places of one span for one child or siblings, all or none. The day's one conditional update makes it true;
 * the readable copies follow, and are made good from the day if the process dies in between.
 */
export async function bookPlaces(
  context: Context,
  ask: CareAsked,
  attempting: Attempting,
): Promise<Result<readonly Booking[]>> {
  const { children, attempt } = attempting
  const ids = children.map(({ id }) => bookingIdOf(attempt, id))
  const booked = await tryOften(context, ask, { ...attempting, ids })
  if (booked.ok) await context.store.bookings.saveAll(booked.value)
  return booked
}

async function tryOften(
  context: Context,
  ask: CareAsked,
  asking: Attempt,
): Promise<Result<readonly Booking[]>> {
  const { ids } = asking
  let { household } = asking
  let withShare = false
  const giveBack = async (): Promise<void> => {
    await releaseTrial(context, household, ids)
    if (withShare) await returnShare(context, household.id, ask.date, ids)
    await returnFreeHours(context, household, ask.date, ids)
  }
  for (let tries = 0; tries < TRIES; tries++) {
    const booked = await tryToBook(context, ask, { ...asking, household })
    if ('lost' in booked) {
      withShare ||= booked.withShare
      household = booked.lost
      continue
    }
    // The places went to somebody else after the claims: the family may try another time at once.
    if (!booked.ok && tries > 0) await giveBack()
    return booked
  }
  await giveBack()
  throw new FaultError({ code: 'busy' })
}

/** Somebody changed the day or the family in between: to be decided anew, with the family as it is now known. */
interface Lost {
  readonly lost: Household
  /** The attempt has taken of the weekly share. */
  readonly withShare: boolean
}

/** Reads, decides, takes. */
async function tryToBook(
  context: Context,
  ask: CareAsked,
  asking: Attempt,
): Promise<Result<readonly Booking[]> | Lost> {
  const { siteId, date, span, seenTotalFen, orLess, waitId, tranche } = ask
  const { household, children, ids, attempt } = asking
  const { now } = context
  const childIds = children.map(({ id }) => id)
  const found = await readDay(context, { ...ask, childIds }, asking)
  if (!found) return refuse({ code: 'day_not_open', date })
  const read = tranche === undefined ? found : { ...found, tranche }
  const before = bookedBefore(read.day, asking)
  if (before) return accept(before)
  const wait = read.day.waits?.[household.id]
  if (waitId && !(wait && isAnswerable(wait, { id: waitId, span, childIds })))
    return refuse({ code: 'offer_over' })

  const decided = await decidePlaces(context, { ...ask, childIds }, asking, read)
  if (!decided.ok) return decided
  const { placements, bill, letGo } = decided.value
  if (orLess ? bill.totalFen > seenTotalFen : bill.totalFen !== seenTotalFen)
    return refuse({
      code: 'price_changed',
      quotes: bill.quotes.map(({ quote }) => quote),
      totalFen: bill.totalFen,
    })
  const moves = placements.map(({ childId, groupId, load }) => {
    const after: Reservation = {
      state: 'booked',
      childId,
      householdId: household.id,
      groupId,
      span,
      load,
      quote: quoteFor(bill, childId),
      ...(isShared(read.day, now) ? { inShare: true } : {}),
      rev: 1,
      bookedAt: now,
    }
    return { id: bookingIdOf(attempt, childId), before: undefined, after }
  })
  if (!(await claimTrial(context, household, { siteId, date, span, ids })))
    return refuse({ code: 'papers_first' })
  const shared = await claimShare(context, household, read.day, moves)
  if (!shared.ok) {
    await releaseTrial(context, household, ids)
    return shared
  }
  const withShare = isShared(read.day, now)
  const claimed = await takeFreeHours(context, household, { date, attempt, bill })
  if (!claimed) {
    const current = await context.store.households.get(household.id)
    return { lost: current ?? household, withShare }
  }
  const over = wait && (wait.id === waitId || endsWait(wait, { children, span, now }))
  const waits: WaitMove[] = over ? [{ key: household.id, before: wait, after: undefined }] : []
  if (!(await takePlaces(context, read, letGo, { moves, waits })))
    return { lost: claimed, withShare }
  return accept(moves.map(({ id, after }) => bookingOf(siteId, date, id, after)))
}

/** The same attempt again, after a lost reply or even after a cancellation: the same answer, nothing taken twice. */
export function bookedBefore(day: DayBook, { ids, household }: Asking): Booking[] | undefined {
  const found = ids.flatMap((id) => {
    const reservation = day.reservations[id]
    const isOwn = reservation?.householdId === household.id && reservation.state !== 'held'
    return isOwn ? [bookingOf(day.siteId, day.date, id, reservation)] : []
  })
  return found.length === ids.length ? found : undefined
}
