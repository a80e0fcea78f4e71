import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { dateOfSession } from './decide-seats'
import { planSite } from './plan-site'
import { releaseCalledOff } from './release-called-off'

/**
 * A session does not take place: first nobody can book it any more, then its bookings are taken back without cost and
 * the families told. What a crash leaves undone the timer does.
 */
export const callOffSession: UseCase<'callOffSession', 'staff'> = {
  name: 'callOffSession',
  access: { for: 'staff', roles: ['operator', 'community', 'lead'] },
  async run(context, { siteId, sessionId, why, seenChildren }) {
    const { store, now } = context
    const date = dateOfSession({ siteId, sessionId })
    const week = await store.programmes.week(siteId, date)
    const session = week.sessions[sessionId]
    if (!session) throw new FaultError({ code: 'not_found' })
    // The same tap again goes on where it stopped.
    if (!session.cancelled) {
      const children = (await store.days.show(siteId, date))?.sessions?.[sessionId]?.children ?? 0
      if (children !== seenChildren) return refuse({ code: 'bookings_changed', bookings: children })
      if (!(await store.programmes.save(week, [{ ...session, cancelled: { at: now, why } }])))
        return refuse({ code: 'week_changed' })
    }
    await planSite(context, siteId)
    return accept({ released: await releaseCalledOff(context, siteId) })
  },
}
