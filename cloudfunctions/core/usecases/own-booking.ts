import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian, type Household } from '../../../miniprogram/domain/household'
import type { BookingId } from '../../../miniprogram/domain/ids'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import type { Context } from '../kernel/context'
import { returnCancelled } from './claim-share'

export interface OwnBooking {
  readonly booking: Booking
  readonly household: Household
  /** The truth that the booking copies. */
  readonly reservation: Reservation
  /** The tariff that the booking was made with. */
  readonly tariff: Tariff
}

/** A booking of the caller's family; anybody else's is not found. */
export async function ownBooking(
  context: Context,
  openid: string,
  id: BookingId,
): Promise<OwnBooking> {
  const { store } = context
  const booking = await store.bookings.get(id)
  const household = booking && (await store.households.get(booking.householdId))
  if (!booking || !household || !isGuardian(household, openid))
    throw new FaultError({ code: 'not_found' })
  const { siteId, date, quote } = booking
  const day = await store.days.readFor(siteId, date, [], [id])
  const reservation = day?.reservations[id]
  if (!reservation) throw new FaultError({ code: 'not_found' })
  // Whoever looks repairs a copy that a crash left old.
  if (booking.rev < reservation.rev) {
    await returnCancelled(context, date, id, reservation)
    await store.bookings.save(bookingOf(siteId, date, id, reservation))
  }
  const tariff = await store.sites.tariff(siteId, quote.tariffVersion)
  return { booking, household, reservation, tariff }
}
