import { FaultError } from '../../../miniprogram/domain/fault'
import { decideForgiveness } from '../../../miniprogram/domain/settle-bill'
import type { HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import { fen, sumOf, type Fen } from '../../../miniprogram/domain/money'
import { monthOf } from '../../../miniprogram/domain/month'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { billDay } from './bill-day'

/**
 * A day that no longer counts costs nothing either: each of its bills for not coming gets a line that takes the fee back.
 * Done again it adds nothing. @returns what it takes back, in 分.
 */
export async function forgiveAbsence(
  context: Context,
  told: { siteId: SiteId; householdId: HouseholdId; date: LocalDate; by: string },
): Promise<Fen> {
  const { store, hash, now } = context
  const { siteId, householdId, date, by } = told
  const day = await store.days.read(siteId, date)
  // The timer makes bills; an answer that is quicker must find them.
  if (day) await billDay(context, day)
  const bills = await store.bills.ofFamilyMonth(householdId, monthOf(date))
  const missed = bills.filter((bill) => bill.date === date && bill.outcome === 'missed')
  for (const bill of missed) {
    const after = decideForgiveness(bill, { id: hash('forgiven', bill.id), by, at: now })
    if (after !== bill && !(await store.bills.grow(bill, after)))
      throw new FaultError({ code: 'busy' })
  }
  if (missed.length > 0) await store.bills.recount(householdId)
  return sumOf(
    missed
      .flatMap(({ lines }) => lines.filter(({ why }) => why === 'missed'))
      .map((line) => fen(line.fen)),
  )
}
