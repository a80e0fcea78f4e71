import { FaultError } from '../../../miniprogram/domain/fault'
import type { FinalBill } from '../../../miniprogram/domain/final-bill'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { sumOf } from '../../../miniprogram/domain/money'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { decidePayment } from '../../../miniprogram/domain/settle-bill'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { notOwnFamily } from './not-own-family'

/**
 * A family paid at the desk. Each bill takes its payment in one conditional update, under an id made of the attempt:
 * a call that died half-way is finished by the same call again.
 */
export const settleBills: UseCase<'settleBills', 'staff'> = {
  name: 'settleBills',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run(context, input, { openid, person }) {
    const { store, hash } = context
    const bills = await billsOfOneFamily(context, input)
    const [{ householdId }] = bills
    await notOwnFamily(context, openid, householdId)
    const id = hash(openid, input.attempt)
    const dueFen = sumOf(bills.map((bill) => paidNow(bill, id) ?? bill.dueFen))
    if (dueFen !== input.seenDueFen) return refuse({ code: 'bill_changed', dueFen })
    const paying = bills.filter((bill) => bill.open)
    if (paying.length === 0 && bills.every((bill) => paidNow(bill, id) === undefined))
      return refuse({ code: 'bill_settled' })
    const by = { how: input.how, by: person.name, at: context.now }
    const settled = [...bills]
    for (const bill of paying) {
      const paid = decidePayment(bill, { id, fen: bill.dueFen, ...by })
      if (!paid.ok) return paid
      if (!(await store.bills.grow(bill, paid.value))) throw new FaultError({ code: 'busy' })
      settled[settled.indexOf(bill)] = paid.value
    }
    await store.bills.recount(householdId)
    return accept({ bills: settled })
  },
}

/** What this very attempt has paid of a bill; undefined when nothing. */
function paidNow({ payments }: FinalBill, id: string) {
  return payments.find((payment) => payment.id === id)?.fen
}

async function billsOfOneFamily(
  { store }: Context,
  { siteId, bookingIds }: Pick<InputOf<'settleBills'>, 'bookingIds'> & { siteId: SiteId },
): Promise<[FinalBill, ...FinalBill[]]> {
  const ids = [...new Set(bookingIds)]
  const found = await store.bills.many(ids)
  const [first, ...more] = found
  const together = found.every(
    (bill) => bill.siteId === siteId && bill.householdId === first?.householdId,
  )
  if (!first || found.length < ids.length || !together) throw new FaultError({ code: 'not_found' })
  return [first, ...more]
}
