import type { Reservation } from '../../../miniprogram/domain/day'
import { finalBillOf, type FinalBill } from '../../../miniprogram/domain/final-bill'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/**
 * Writes the final bill of a reservation that has come to its end; undefined when it has not, or owes nothing.
 * Made once, by whoever comes first.
 */
export async function makeBill(
  { store, now }: Context,
  { siteId, date, id }: { siteId: SiteId; date: LocalDate; id: BookingId },
  reservation: Reservation,
): Promise<FinalBill | undefined> {
  const tariff = await store.sites.tariff(siteId, reservation.quote.tariffVersion)
  const bill = finalBillOf({ siteId, date, id, reservation, tariff, now })
  if (!bill || !(await store.bills.add(bill))) return bill
  await store.bills.recount(bill.householdId)
  return bill
}
