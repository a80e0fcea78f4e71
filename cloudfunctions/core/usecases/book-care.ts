import { quoteFor } from '../../../miniprogram/domain/bill'
import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Child } from '../../../miniprogram/domain/child'
import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import { decideCare } from '../../../miniprogram/domain/decide-care'
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
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { ownChildren } from './own-children'
import { claimTrial, releaseTrial } from './claim-trial'

type Input = InputOf<'bookCare'>

/** How often a lost race is decided anew before the caller is asked to try again. */
const TRIES = 5

/**
 * Books one span for one child or siblings. The day's one conditional update makes it true; the readable copies follow,
 * and are made good from the day if the process dies in between; the message, only if the attempt is repeated.
 */
export const bookCare: UseCase<'bookCare', 'family'> = {
  name: 'bookCare',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const children = ownChildren(household, input)
    const attempt = attemptOf(context, openid, input)
    const booked = await book(context, input, { household, children, attempt })
    if (!booked.ok) return booked
    for (const booking of booked.value) await context.store.bookings.save(booking)
    await tellBooked(context, input, { openid, attempt, children, bookings: booked.value })
    return accept({ bookings: booked.value })
  },
}

interface Asked {
  readonly household: Household
  readonly children: readonly Child[]
  readonly attempt: string
}

/** The same id with another ask is another attempt: two bookings never share an id, on one day or on two. */
function attemptOf({ hash }: Context, openid: string, input: Input): string {
  const { attempt, siteId, date, span, childIds } = input
  return hash(openid, attempt, siteId, date, span.from, span.to, ...[...childIds].sort())
}

async function book(
  context: Context,
  input: Input,
  asked: Asked,
): Promise<Result<readonly Booking[]>> {
  const { household, children, attempt } = asked
  const ids = children.map(({ id }) => bookingIdOf(attempt, id))
  for (let tries = 0; tries < TRIES; tries++) {
    const booked = await tryToBook(context, input, { ...asked, ids })
    if (booked === 'lost') continue
    // The places went to somebody else after the claim: the family may try another time at once.
    if (!booked.ok && tries > 0) await releaseTrial(context, household, ids)
    return booked
  }
  await releaseTrial(context, household, ids)
  throw new FaultError({ code: 'busy' })
}

/** Reads, decides, takes. Lost: somebody changed the day in between, and it is to be decided anew. */
async function tryToBook(
  context: Context,
  { siteId, date, span, childIds, seenTotalFen }: Input,
  { household, children, attempt, ids }: Asked & { readonly ids: readonly BookingId[] },
): Promise<Result<readonly Booking[]> | 'lost'> {
  const { store, now } = context
  const day = await store.days.readFor(siteId, date, childIds, ids)
  if (!day) return refuse({ code: 'day_not_open', date })
  const before = bookedBefore(day, ids)
  if (before) return accept(before)

  const tariff = await store.sites.tariff(siteId, day.tariffVersion)
  const decided = decideCare({ day, household, children, span, tariff, now })
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
      rev: 1,
      bookedAt: now,
    }
    return [bookingIdOf(attempt, childId), reservation] as const
  })
  if (!(await claimTrial(context, household, { siteId, date, span, ids })))
    return refuse({ code: 'papers_first' })
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
  if (!first) return
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
