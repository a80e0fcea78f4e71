import { sameClosure, withoutClosure } from '../../../miniprogram/domain/closure'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { planSite } from './plan-site'

/** Opens again what was closed. Bookings that the closure cancelled stay cancelled: families may book anew. */
export const removeClosure: UseCase<'removeClosure', 'staff'> = {
  name: 'removeClosure',
  access: { for: 'staff', roles: ['operator', 'community'] },
  async run(context, { siteId, ...closure }) {
    const { store, now } = context
    const roster = await store.sites.roster(siteId)
    if (!roster) throw new FaultError({ code: 'not_found' })
    const removed = roster.closures.some((each) => sameClosure(each, closure))
    if (removed) {
      const closures = withoutClosure(roster.closures, closure, dateOf(now))
      if (!(await store.sites.saveRoster(siteId, roster.rev, { closures })))
        throw new FaultError({ code: 'busy' })
    }
    await planSite(context, siteId)
    return accept({ removed })
  },
}
