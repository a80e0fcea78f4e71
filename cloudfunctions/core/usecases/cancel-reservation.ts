import type { Booking } from '../../../miniprogram/domain/booking'
import { cancelledOf } from '../../../miniprogram/domain/decide-cancellation'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { Fen } from '../../../miniprogram/domain/money'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { replaceReservation } from './replace-reservation'
import { makeBill } from './make-bill'

/** Frees the places, then writes the readable copy, and the bill where it costs something. Undefined when somebody changed the booking meanwhile. */
export async function cancelReservation(
  context: Context,
  where: { siteId: SiteId; date: LocalDate; id: BookingId },
  before: Reservation,
  feeFen: Fen,
): Promise<Booking | undefined> {
  const after = cancelledOf(before, feeFen, context.now)
  const booking = await replaceReservation(context, where, before, after)
  if (booking && feeFen > 0) await makeBill(context, where, after)
  return booking
}
