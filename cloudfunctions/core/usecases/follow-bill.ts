import type { Reservation } from '../../../miniprogram/domain/day'
import { finalBillOf, type FinalBill } from '../../../miniprogram/domain/final-bill'
import { agrees, followedDoor, isUntouched } from '../../../miniprogram/domain/follow-door'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { makeBill } from './make-bill'

/**
 * The bill as the day has it: made when it is missing and decided, made anew when the door was put right before anybody
 * touched it, else a line longer. By whoever looks first, guardian, desk or timer; a lost race is for the next to look.
 */
export async function followBill(
  context: Context,
  where: { readonly siteId: SiteId; readonly date: LocalDate; readonly id: BookingId },
  reservation: Reservation,
  known: FinalBill | undefined,
): Promise<FinalBill | undefined> {
  if (!known) return makeBill(context, where, reservation)
  const { store, now } = context
  const tariff = await store.sites.tariff(where.siteId, reservation.quote.tariffVersion)
  const fresh = finalBillOf({ ...where, reservation, tariff, now })
  if (agrees(known, fresh)) return known
  if (isUntouched(known)) {
    await store.bills.withdraw(known.id, known.householdId)
    return makeBill(context, where, reservation)
  }
  const after = followedDoor(known, fresh, now)
  if (after === known || !(await store.bills.grow(known, after))) return known
  await store.bills.recount(known.householdId)
  return after
}
