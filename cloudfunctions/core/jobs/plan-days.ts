import { planDay } from '../../../miniprogram/domain/day'
import { daysAhead } from '../../../miniprogram/domain/planning'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf, weekdayOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { eachAlone } from './each-alone'

/** Creates the days ahead, each whole; a day that exists is left as it is. */
export const planDays: Job = {
  name: 'planDays',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => planSite(context, site))
  },
}

async function planSite({ store, now }: Context, site: Site): Promise<number> {
  const dates = daysAhead(dateOf(now))
  const last = dates[dates.length - 1] ?? ''
  const job = `plan_${site.id}`
  if ((await store.jobs.doneTo(job)) === last) return 0
  const roster = await store.sites.roster(site.id)
  if (!roster) return 0
  const { closures, tariffVersion, weekly } = roster
  let planned = 0
  for (const date of dates) {
    const shifts = weekly[weekdayOf(date)] ?? []
    if (await store.days.plan(planDay({ site, date, shifts, closures, tariffVersion }))) planned++
  }
  await store.jobs.done(job, last)
  return planned
}
