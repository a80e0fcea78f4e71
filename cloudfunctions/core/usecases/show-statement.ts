import { totalsOf } from '../../../miniprogram/domain/bill-totals'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** What a family's month came to, bill by bill. */
export const showStatement: UseCase<'showStatement', 'family'> = {
  name: 'showStatement',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run({ store, now }, { householdId, month }) {
    const bills = await store.bills.ofFamilyMonth(householdId, month)
    return accept({ now, bills, totals: totalsOf(bills) })
  },
}
