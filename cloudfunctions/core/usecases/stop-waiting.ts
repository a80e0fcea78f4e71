import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { leaveList } from './leave-list'

export const stopWaiting: UseCase<'stopWaiting', 'family'> = {
  name: 'stopWaiting',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run(context, { siteId, date, sessionId }, { household }) {
    return accept({ left: await leaveList(context, household.id, { siteId, date, sessionId }) })
  },
}
