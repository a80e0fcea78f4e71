import type { Booking } from '../../../miniprogram/domain/booking'
import { cancelledOf } from '../../../miniprogram/domain/decide-cancellation'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { Fen } from '../../../miniprogram/domain/money'
import { monthOf } from '../../../miniprogram/domain/month'
import { freeMinutesOf } from '../../../miniprogram/domain/price'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { replaceReservation } from './replace-reservation'
import { makeBill } from './make-bill'

/**
 * Frees the places, then writes the readable copy, and the bill where it costs something. Undefined when somebody changed the booking meanwhile. `after` is the
 * reservation as it will stand, where it is not the family that cancels.
 */
export async function cancelReservation(
  context: Context,
  where: { siteId: SiteId; date: LocalDate; id: BookingId },
  before: Reservation,
  feeFen: Fen,
  after: Reservation = cancelledOf(before, feeFen, context.now),
): Promise<Booking | undefined> {
  const booking = await replaceReservation(context, where, before, after)
  if (!booking) return undefined
  const { date, id } = where
  if (freeMinutesOf(before.quote) > 0)
    await context.store.households.returnFree(before.householdId, monthOf(date), id)
  if (feeFen > 0) await makeBill(context, where, after)
  return booking
}
