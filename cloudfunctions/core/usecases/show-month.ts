import { totalsOf } from '../../../miniprogram/domain/bill-totals'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** The point's month in sums: use, money and what families saved against the market. Nobody's name or single bill. */
export const showMonth: UseCase<'showMonth', 'staff'> = {
  name: 'showMonth',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId, month }) {
    return accept({ now, totals: totalsOf(await store.bills.ofMonth(siteId, month)) })
  },
}
