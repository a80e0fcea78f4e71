import { accept } from '../../../miniprogram/domain/result'
import { hasRole } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { billDay } from './bill-day'
import { familyBillsOf } from './family-bills'

const MOST = 300

/** The desk: who still owes what, and what was settled of today's visits. */
export const listBills: UseCase<'listBills', 'staff'> = {
  name: 'listBills',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run(context, { siteId }, { person }) {
    const { store, now } = context
    // Who has just fetched a child pays at once.
    const today = await store.days.read(siteId, dateOf(now))
    if (today) await billDay(context, today)
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
