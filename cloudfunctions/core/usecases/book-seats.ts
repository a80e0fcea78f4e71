import { quoteFor } from '../../../miniprogram/domain/bill'
import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import { FaultError } from '../../../miniprogram/domain/fault'
import { bookingIdOf, type WaitId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import { isAnswerable, waitKeyOf } from '../../../miniprogram/domain/wait'
import type { Context } from '../kernel/context'
import { bookedBefore, type Attempting } from './book-places'
import { claimTrial, releaseTrial } from './claim-trial'
import { takePlaces, type Asking } from './decide-places'
import { decideSeats, readSessionDay, type SeatsAsked } from './decide-seats'

/** How often a lost race is decided anew before the caller is asked to try again. */
const TRIES = 5

interface Asked extends SeatsAsked {
  readonly seenTotalFen: number
  /** The asking that this booking answers: its places are held already. */
  readonly waitId?: WaitId | undefined
}

/**
 * Books places in one session, all or none: the day's one conditional update counts the session's own places, the room
 * and the carers' load together with every other booking.
 */
export async function bookSeats(
  context: Context,
  ask: Asked,
  attempting: Attempting,
): Promise<Result<readonly Booking[]>> {
  const { household, children, attempt } = attempting
  const asking = { ...attempting, ids: children.map(({ id }) => bookingIdOf(attempt, id)) }
  for (let tries = 0; tries < TRIES; tries++) {
    const booked = await tryToBook(context, ask, asking)
    if (booked === 'lost') continue
    if (booked.ok) await context.store.bookings.saveAll(booked.value)
    else if (tries > 0) await releaseTrial(context, household, asking.ids)
    return booked
  }
  await releaseTrial(context, household, asking.ids)
  throw new FaultError({ code: 'busy' })
}

async function tryToBook(
  context: Context,
  ask: Asked,
  asking: Attempting & Asking,
): Promise<Result<readonly Booking[]> | 'lost'> {
  const { siteId, sessionId, seenTotalFen, waitId } = ask
  const { household, children, ids, attempt } = asking
  const { now } = context
  const read = await readSessionDay(context, ask, asking)
  if (!read.ok) return read
  const { day } = read.value
  const before = bookedBefore(day, asking)
  if (before) return accept(before)
  const key = waitKeyOf({ householdId: household.id, session: { id: sessionId } })
  const wait = day.waits?.[key]
  const childIds = children.map(({ id }) => id)
  const span = day.sessions?.[sessionId]?.span
  const isOffered = wait && span && waitId && isAnswerable(wait, { id: waitId, span, childIds })
  if (waitId && !isOffered) return refuse({ code: 'offer_over' })

  const decided = await decideSeats(context, ask, asking, read.value)
  if (!decided.ok) return decided
  const { placements, bill, session, letGo } = decided.value
  if (bill.totalFen !== seenTotalFen) {
    const quotes = bill.quotes.map(({ quote }) => quote)
    return refuse({ code: 'price_changed', quotes, totalFen: bill.totalFen })
  }
  const moves = placements.map(({ childId, groupId, load }) => {
    const after: Reservation = {
      state: 'booked',
      childId,
      householdId: household.id,
      groupId,
      span: decided.value.span,
      load,
      session,
      quote: quoteFor(bill, childId),
      rev: 1,
      bookedAt: now,
    }
    return { id: bookingIdOf(attempt, childId), before: undefined, after }
  })
  // With an adult beside the child nobody's papers are asked for.
  const trial = { siteId, date: day.date, span: decided.value.span, ids }
  if (!session.accompanied && !(await claimTrial(context, household, trial)))
    return refuse({ code: 'papers_first' })
  const waits = wait ? [{ key, before: wait, after: undefined }] : []
  if (!(await takePlaces(context, read.value, letGo, { moves, waits }))) return 'lost'
  return accept(moves.map(({ id, after }) => bookingOf(siteId, day.date, id, after)))
}
