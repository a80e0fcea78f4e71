import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import { cancelledOf } from '../../../miniprogram/domain/decide-cancellation'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { Fen } from '../../../miniprogram/domain/money'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { returnCancelled } from './claim-share'

/** Frees the places, gives back the share, then writes the readable copy. Undefined when somebody changed the booking meanwhile. */
export async function cancelReservation(
  context: Context,
  { siteId, date, id }: { siteId: SiteId; date: LocalDate; id: BookingId },
  before: Reservation,
  feeFen: Fen,
): Promise<Booking | undefined> {
  const { store, now } = context
  const after = cancelledOf(before, feeFen, now)
  if (!(await store.days.cancel(siteId, date, id, { before, after }, now))) return undefined
  await returnCancelled(context, date, id, after)
  const booking = bookingOf(siteId, date, id, after)
  await store.bookings.save(booking)
  return booking
}
