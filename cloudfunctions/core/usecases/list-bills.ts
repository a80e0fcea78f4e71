import { accept } from '../../../miniprogram/domain/result'
import { hasRole } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { familyBillsOf } from './family-bills'

const MOST = 300

/** The desk: who still owes what, and what was settled of today's visits. */
export const listBills: UseCase<'listBills', 'staff'> = {
  name: 'listBills',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run({ store, now }, { siteId }, { person }) {
    const [open, settled] = await Promise.all([
      store.bills.open(siteId, MOST),
      store.bills.settledOn(siteId, dateOf(now), MOST),
    ])
    const ids = new Set([...open, ...settled].map(({ householdId }) => householdId))
    const households = await store.households.many([...ids])
    return accept({
      now,
      open: familyBillsOf(open, households),
      settledToday: familyBillsOf(settled, households),
      mayCorrect: hasRole(person.roles, siteId, ['operator']),
    })
  },
}
