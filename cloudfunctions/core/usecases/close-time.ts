import { sameClosure, withClosure } from '../../../miniprogram/domain/closure'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import type { Closure } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { closedOut } from './closed-out'
import { planSite } from './plan-site'
import { releaseClosed } from './release-closed'

/**
 * Closes a time: first no new booking can come in, then those that are there are cancelled without cost and their
 * families told. What a crash leaves undone the timer does. `seenBookings` where somebody was shown how many they are.
 */
export async function closeTime(
  context: Context,
  siteId: SiteId,
  closure: Closure,
  seenBookings?: number,
): Promise<Result<number>> {
  const { store, now } = context
  const roster = await store.sites.roster(siteId)
  if (!roster) throw new FaultError({ code: 'not_found' })
  // The same closing again, after a lost reply, goes on where it stopped.
  if (!roster.closures.some((each) => sameClosure(each, closure))) {
    const bookings = (await closedOut(context, { siteId, ...closure })).length
    if (seenBookings !== undefined && bookings !== seenBookings)
      return refuse({ code: 'bookings_changed', bookings })
    const closures = withClosure(roster.closures, closure, dateOf(now))
    if (!(await store.sites.saveRoster(siteId, roster.rev, { closures })))
      throw new FaultError({ code: 'busy' })
  }
  await planSite(context, siteId)
  return accept(await releaseClosed(context, siteId, [closure]))
}
