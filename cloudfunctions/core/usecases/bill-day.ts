import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import { reservationsOf } from '../../../miniprogram/domain/day'
import { isEnded } from '../../../miniprogram/domain/final-bill'
import { monthOf } from '../../../miniprogram/domain/month'
import { freeMinutesOf } from '../../../miniprogram/domain/price'
import type { Context } from '../kernel/context'
import { followBill } from './follow-bill'

/** Bills what has ended that day, and lets the bills there are follow the door. @returns how many were made. */
export async function billDay(context: Context, day: DayBook): Promise<number> {
  const { store, now } = context
  const { siteId, date } = day
  // Who has been at the door may have a bill that was undone since.
  const mayHaveBill = (each: Reservation): boolean =>
    isEnded(date, each, now) || each.door !== undefined
  const looked = reservationsOf(day).filter(([, each]) => mayHaveBill(each))
  const bills = await store.bills.many(looked.map(([id]) => id))
  const known = new Map(bills.map((bill) => [bill.id, bill]))
  let made = 0
  for (const [id, reservation] of looked) {
    const before = known.get(id)
    const { state, quote, householdId } = reservation
    if (!before && state === 'cancelled' && freeMinutesOf(quote) > 0)
      await store.households.returnFree(householdId, monthOf(date), id)
    const bill = await followBill(context, { siteId, date, id }, reservation, before)
    if (bill && !before) made++
  }
  return made
}
