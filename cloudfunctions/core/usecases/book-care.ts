import { quoteFor } from '../../../miniprogram/domain/bill'
import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Child } from '../../../miniprogram/domain/child'
import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import type { WaitMove } from '../../../miniprogram/domain/day-change'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import {
  bookingIdOf,
  householdOf,
  type BookingId,
  type ChildId,
} from '../../../miniprogram/domain/ids'
import { bookedMessage } from '../../../miniprogram/domain/message'
import { sumOf } from '../../../miniprogram/domain/money'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import { endsWait, isAnswerable } from '../../../miniprogram/domain/wait'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { attemptOf } from './attempt-of'
import { claimTrial, releaseTrial } from './claim-trial'
import { decidePlaces, readDay, takePlaces, type Asking } from './decide-places'
import { ownChildren } from './own-children'
import { returnFreeHours, takeFreeHours } from './take-free-hours'

type Input = InputOf<'bookCare'>

/** How often a lost race is decided anew before the caller is asked to try again. */
const TRIES = 5

/**
 * Books one span for one child or siblings: free places, or those that the family holds already by the confirm page or
 * by the waiting list. The day's one conditional update makes it true; the readable copies follow, and are made good
 * from the day if the process dies in between; the message, only if the attempt is repeated.
 */
export const bookCare: UseCase<'bookCare', 'family'> = {
  name: 'bookCare',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const children = ownChildren(household, input)
    const attempt = input.waitId ?? attemptOf(context, openid, input)
    const ids = children.map(({ id }) => bookingIdOf(attempt, id))
    const booked = await book(context, input, { household, children, attempt, ids })
    if (!booked.ok) return booked
    await context.store.bookings.saveAll(booked.value)
    await tellBooked(context, input, { openid, attempt, children, bookings: booked.value })
    return accept({ bookings: booked.value })
  },
}

interface Attempt extends Asking {
  /** The stem of the bookings' ids. */
  readonly attempt: string
}

async function book(
  context: Context,
  input: Input,
  asking: Attempt,
): Promise<Result<readonly Booking[]>> {
  const { ids } = asking
  let { household } = asking
  for (let tries = 0; tries < TRIES; tries++) {
    const booked = await tryToBook(context, input, { ...asking, household })
    if ('lost' in booked) {
      household = booked.lost
      continue
    }
    // The places went to somebody else after the claims: the family may try another time at once.
    if (!booked.ok && tries > 0) await giveBack(context, household, input, ids)
    return booked
  }
  await giveBack(context, household, input, ids)
  throw new FaultError({ code: 'busy' })
}

async function giveBack(
  context: Context,
  household: Household,
  { date }: Input,
  ids: readonly BookingId[],
): Promise<void> {
  await releaseTrial(context, household, ids)
  await returnFreeHours(context, household, date, ids)
}

/** Somebody changed the day or the family in between: to be decided anew, with the family as it is now known. */
interface Lost {
  readonly lost: Household
}

/** Reads, decides, takes. Lost: somebody changed the day in between, and it is to be decided anew. */
async function tryToBook(
  context: Context,
  input: Input,
  asking: Attempt,
): Promise<Result<readonly Booking[]> | Lost> {
  const { siteId, date, span, seenTotalFen, waitId } = input
  const { household, children, ids, attempt } = asking
  const { store, now } = context
  const read = await readDay(context, input, asking)
  if (!read) return refuse({ code: 'day_not_open', date })
  const before = bookedBefore(read.day, asking)
  if (before) return accept(before)
  const wait = read.day.waits?.[household.id]
  if (waitId && !(wait && isAnswerable(wait, { id: waitId, span, childIds: input.childIds })))
    return refuse({ code: 'offer_over' })

  const decided = await decidePlaces(context, input, asking, read)
  if (!decided.ok) return decided
  const { placements, bill, letGo } = decided.value
  if (bill.totalFen !== seenTotalFen)
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
      rev: 1,
      bookedAt: now,
    }
    return { id: bookingIdOf(attempt, childId), before: undefined, after }
  })
  if (!(await claimTrial(context, household, { siteId, date, span, ids })))
    return refuse({ code: 'papers_first' })
  const claimed = await takeFreeHours(context, household, { date, attempt, bill })
  if (!claimed) return { lost: (await store.households.get(household.id)) ?? household }
  const over = wait && (wait.id === waitId || endsWait(wait, { children, span, now }))
  const waits: WaitMove[] = over
    ? [{ householdId: household.id, before: wait, after: undefined }]
    : []
  if (!(await takePlaces(context, read, letGo, { moves, waits }))) return { lost: claimed }
  return accept(moves.map(({ id, after }) => bookingOf(siteId, date, id, after)))
}

/** The same attempt again, after a lost reply or even after a cancellation: the same answer, nothing taken twice. */
function bookedBefore(day: DayBook, { ids, household }: Asking): Booking[] | undefined {
  const found = ids.flatMap((id) => {
    const reservation = day.reservations[id]
    const isOwn = reservation?.householdId === household.id && reservation.state !== 'held'
    return isOwn ? [bookingOf(day.siteId, day.date, id, reservation)] : []
  })
  return found.length === ids.length ? found : undefined
}

async function tellBooked(
  { store, notify, now }: Context,
  { siteId, accepted }: Input,
  told: {
    openid: string
    attempt: string
    children: readonly Child[]
    bookings: readonly Booking[]
  },
): Promise<void> {
  const { openid, attempt, children, bookings } = told
  const [first] = bookings
  // Nothing was allowed in this tap, so nothing can be sent: the booking itself is in the list of bookings.
  if (!first || accepted.length === 0) return
  const site = accepted.includes('booked') ? await store.sites.get(siteId) : undefined
  const templateId = site?.templates['booked']
  const total = sumOf(bookings.map(({ quote }) => quote.totalFen))
  const care = {
    childNames: children.map(({ name }) => name),
    date: first.date,
    span: first.span,
    bookingId: first.id,
  }
  await notify.tell({
    key: `booked_${attempt}`,
    openid,
    message: bookedMessage(care, total),
    allowed: accepted,
    ...(templateId ? { templateId } : {}),
    at: now,
  })
}
