import { isAhead } from '../../../miniprogram/domain/booking'
import { decideCancellation } from '../../../miniprogram/domain/decide-cancellation'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { DAY, dateOf, later } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { cancelReservation } from './cancel-reservation'
import { beginErasing, eraseHousehold, forgetGuardian, leaveEverything } from './erase-family'
import { forgetVolunteer } from './forget-volunteer'
import { ownBooking } from './own-booking'

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

    const children = household?.children ?? []
    const erasing =
      household &&
      (await beginErasing(context, household, {
        why: 'asked',
        childIds: children.map(({ id }) => id),
        whole: true,
      }))
    if (household) await leaveEverything(context, household)
    const coming = bookings.filter(
      (booking) => booking.startsAt > later(now, -DAY) && isAhead(booking, now),
    )
    let cancelledBookings = 0
    for (const { id } of coming) if (await cancelled(context, openid, id)) cancelledBookings++
    const others = household?.guardians.filter((guardian) => guardian.openid !== openid)
    for (const other of others ?? []) await forgetGuardian(context, other.openid)
    if (household) await eraseHousehold(context, household.id)
    await forgetVolunteer(context, openid)
    await forgetGuardian(context, openid)
    if (erasing) await store.deletions.finish(erasing)
    return accept({
      cancelledBookings,
      removedChildren: children.length,
      keptBills: bookings.length,
    })
  },
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
