import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import { cancelledOf } from '../../../miniprogram/domain/decide-cancellation'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { Fen } from '../../../miniprogram/domain/money'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/** Frees the places, then writes the readable copy. Undefined when somebody changed the booking meanwhile. */
export async function cancelReservation(
  { store, now }: Context,
  { siteId, date, id }: { siteId: SiteId; date: LocalDate; id: BookingId },
  before: Reservation,
  feeFen: Fen,
): Promise<Booking | undefined> {
  const after = cancelledOf(before, feeFen, now)
  if (!(await store.days.cancel(siteId, date, id, { before, after }, now))) return undefined
  const booking = bookingOf(siteId, date, id, after)
  await store.bookings.save(booking)
  return booking
}
