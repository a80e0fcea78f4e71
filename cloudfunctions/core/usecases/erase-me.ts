import { isAhead } from '../../../miniprogram/domain/booking'
import { decideCancellation } from '../../../miniprogram/domain/decide-cancellation'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import { drawIdOf, type BookingId, type HouseholdId } from '../../../miniprogram/domain/ids'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { DAY, dateOf, later } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { cancelReservation } from './cancel-reservation'
import { forgetVolunteer } from './forget-volunteer'
import { freeHold } from './free-hold'
import { leaveList } from './leave-list'
import { requestIdOf } from './draw-view'
import { ownBooking } from './own-booking'
import { ownWaits } from './own-waits'

/**
 * Withdraws consent. Coming bookings are cancelled first, so that no place stays taken for a family that is gone; then
 * the other guardians go, the family, and the caller last, so that after a crash each step still finds what is left.
 * Bills stay under an id that names nobody. Who is erased already gets the same answer with nothing in it.
 */
export const eraseMe: UseCase<'eraseMe', 'anyone'> = {
  name: 'eraseMe',
  access: { for: 'anyone' },
  async run(context, _input, { openid }) {
    const { store, now } = context
    const person = await store.people.get(openid)
    const household = person?.householdId
      ? await store.households.get(person.householdId)
      : undefined
    const bookings = household ? await store.bookings.ofHousehold(household.id, 1000) : []
    // A child that nobody scanned out on an earlier day is at home.
    if (bookings.some(({ state, date }) => state === 'inside' && date === dateOf(now)))
      return refuse({ code: 'children_inside' })

    // First what waits, so that the timer takes no place for a family that is going.
    if (household) await withdrawRequests(context, household)
    const coming = bookings.filter(
      (booking) => booking.startsAt > later(now, -DAY) && isAhead(booking, now),
    )
    if (household) await leaveDays(context, household)
    let cancelledBookings = 0
    for (const { id } of coming) if (await cancelled(context, openid, id)) cancelledBookings++
    const others = household?.guardians.filter((guardian) => guardian.openid !== openid)
    for (const other of others ?? []) await forget(context, other.openid)
    if (household) await eraseHousehold(context, household.id)
    await forgetVolunteer(context, openid)
    await forget(context, openid)
    return accept({
      cancelledBookings,
      removedChildren: household?.children.length ?? 0,
      keptBills: bookings.length,
    })
  },
}

/** Nothing is kept for a family that is gone, and it waits for nothing. */
async function leaveDays(context: Context, household: Household): Promise<void> {
  const { id, siteId, hold } = household
  if (hold) await freeHold(context, hold)
  for (const { date, session } of await ownWaits(context, household))
    await leaveList(context, id, { siteId, date, sessionId: session?.id })
}

/** What the family waits for: its repeating bookings, and its part in draws that are still open. */
async function withdrawRequests(context: Context, { id, siteId }: Household): Promise<void> {
  const { store, now } = context
  await store.series.erase(id)
  for (const { date, release = [] } of await store.days.showMany(siteId, daysAhead(dateOf(now))))
    for (const [tranche, { draw }] of release.entries()) {
      const drawId = drawIdOf(siteId, date, tranche)
      if (draw && !draw.done) await store.draws.leave(drawId, requestIdOf(context, drawId, id))
    }
}

/** False when the rules keep it: it has begun. */
async function cancelled(context: Context, openid: string, id: BookingId): Promise<boolean> {
  const { booking, reservation, tariff } = await ownBooking(context, openid, id)
  const { siteId, date } = booking
  const decided = decideCancellation(date, reservation, tariff, context.now)
  if (!decided.ok) return false
  const where = { siteId, date, id }
  if (!(await cancelReservation(context, where, reservation, decided.value.feeFen)))
    throw new FaultError({ code: 'busy' })
  return true
}

/** The family last, so that a retry finds what is left; who took its children home, before it. */
async function eraseHousehold({ store, now }: Context, id: HouseholdId): Promise<void> {
  await store.readings.erase(id)
  await store.copies.forget(id, dateOf(now))
  await store.loans.erase(id)
  await store.notes.erase(id)
  await store.checks.erase(id)
  await store.passes.erase(id)
  await store.overrides.erase(id)
  await store.households.erase(id)
}

/** The inbox goes with its names; a person with a role at a site stays as that alone. */
async function forget({ store, now }: Context, openid: string): Promise<void> {
  await store.passes.release(openid, now)
  await store.messages.erase(openid)
  const person = await store.people.get(openid)
  if (!person) return
  if (Object.keys(person.roles).length > 0) await store.people.leaveHousehold(openid)
  else await store.people.erase(openid)
}
