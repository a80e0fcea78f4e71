import { sameClosure, withClosure } from '../../../miniprogram/domain/closure'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { closedOut } from './closed-out'
import { planSite } from './plan-site'
import { releaseClosed } from './release-closed'

/**
 * Closes a day or part of it: first no new booking can come in, then those that are there are cancelled without cost
 * and their families told. What a crash leaves undone the timer does.
 */
export const addClosure: UseCase<'addClosure', 'staff'> = {
  name: 'addClosure',
  access: { for: 'staff', roles: ['operator', 'community'] },
  async run(context, { siteId, seenBookings, ...closure }) {
    const { store, now } = context
    const today = dateOf(now)
    if (closure.date < today)
      throw new FaultError({ code: 'invalid_input', fields: [{ path: 'date', why: 'wrong' }] })
    const roster = await store.sites.roster(siteId)
    if (!roster) throw new FaultError({ code: 'not_found' })
    // The same closing again, after a lost reply, goes on where it stopped.
    if (!roster.closures.some((each) => sameClosure(each, closure))) {
      const bookings = (await closedOut(context, { siteId, ...closure })).length
      if (bookings !== seenBookings) return refuse({ code: 'bookings_changed', bookings })
      const closures = withClosure(roster.closures, closure, today)
      if (!(await store.sites.saveRoster(siteId, roster.rev, { closures })))
        throw new FaultError({ code: 'busy' })
    }
    await planSite(context, siteId)
    return accept({ cancelled: await releaseClosed(context, siteId, [closure]) })
  },
}
