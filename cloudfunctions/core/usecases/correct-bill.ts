import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { decideCorrection, decideRevocation } from '../../../miniprogram/domain/settle-bill'
import type { UseCase } from '../kernel/use-case'
import { notOwnFamily } from './not-own-family'

/** Puts a bill right by a line or a payment more, with reason, name and time; nothing that stands is edited. */
export const correctBill: UseCase<'correctBill', 'staff'> = {
  name: 'correctBill',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, bookingId, attempt, what, fen, reason }, { openid, person }) {
    const { store, now, hash } = context
    const bill = await store.bills.get(bookingId)
    if (!bill || bill.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    await notOwnFamily(context, openid, bill.householdId)
    const id = hash(openid, attempt)
    const mark = { id, reason, by: person.name, at: now, fen }
    const corrected =
      what === 'bill'
        ? decideCorrection(bill, { why: 'correction', ...mark })
        : decideRevocation(bill, mark)
    if (!corrected.ok) return corrected
    if (corrected.value !== bill && !(await store.bills.grow(bill, corrected.value)))
      throw new FaultError({ code: 'busy' })
    await store.bills.recount(bill.householdId)
    return accept({ bill: corrected.value })
  },
}
