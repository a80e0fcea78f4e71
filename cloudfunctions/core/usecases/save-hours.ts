import { FaultError } from '../../../miniprogram/domain/fault'
import { excludedBy } from '../../../miniprogram/domain/decide-hours'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { hoursOf } from '../../../miniprogram/domain/roster'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { excessCount } from './excess-of-site'
import { namedBookings } from './named-bookings'
import { planSite } from './plan-site'

/**
 * Saves the opening hours and plans the days ahead anew. Hours that exclude a booking are refused with its name; one
 * that is made in the same moment is not lost, but listed as one that no longer fits.
 */
export const saveHours: UseCase<'saveHours', 'staff'> = {
  name: 'saveHours',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, rev, hours }) {
    const { store, now, calendarOf } = context
    const dates = daysAhead(dateOf(now))
    const [site, roster, days] = await Promise.all([
      store.sites.get(siteId),
      store.sites.roster(siteId),
      store.days.readMany(siteId, dates),
    ])
    if (!site || !roster) throw new FaultError({ code: 'not_found' })
    const excluded = excludedBy(hours, days, calendarOf(dates), now)
    if (excluded.length > 0) {
      const bookings = await namedBookings(store, excluded)
      return refuse({ code: 'hours_exclude_bookings', bookings })
    }
    // The same saving again, after a lost reply, finds it done.
    const isSaved = sameHours(hoursOf(site, roster), hours)
    if (!isSaved && !(await store.sites.saveRoster(siteId, rev, { hours })))
      return refuse({ code: 'plan_changed' })
    await planSite(context, siteId)
    return accept({ excess: await excessCount(context, siteId) })
  },
}

function sameHours(some: Site['hours'], others: Site['hours']): boolean {
  return hoursWords(some) === hoursWords(others)
}

function hoursWords(hours: Site['hours']): string {
  return Object.entries(hours)
    .map(([weekday, { from, to }]) => `${weekday} ${from} ${to}`)
    .sort()
    .join('\n')
}
