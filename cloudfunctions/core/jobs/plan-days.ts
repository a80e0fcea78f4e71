import type { Context } from '../kernel/context'
import type { StoredSite } from '../store/sites'
import type { Job } from '../kernel/serve-timer'
import { planMark, planSite, plannedSessions } from '../usecases/plan-site'
import { releaseCalledOff } from '../usecases/release-called-off'
import { releaseClosed } from '../usecases/release-closed'
import { logTariffs } from '../usecases/log-tariffs'
import { settleChange } from '../usecases/settle-change'
import { eachAlone } from './each-alone'

/**
 * Keeps the days ahead as roster, hours, closures, calendar and price lists have them: creates those that are missing, each whole,
 * and finishes what a saving that died left undone. Nothing is read twice while nothing changes.
 */
export const planDays: Job = {
  name: 'planDays',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => keepPlanned(context, site))
  },
}

async function keepPlanned(context: Context, site: StoredSite): Promise<number> {
  const { store } = context
  const roster = await store.sites.roster(site.id)
  if (!roster) return 0
  const job = `plan_${site.id}`
  const [tariffs, sessions] = await Promise.all([
    store.sites.tariffs(site.id),
    plannedSessions(context, site.id),
  ])
  const mark = planMark(context, site, { roster, tariffs, sessions })
  if ((await store.jobs.doneTo(job)) === mark) return 0
  await settleChange(context, site)
  await logTariffs(context, site.id)
  const written = await planSite(context, site.id)
  await releaseClosed(context, site.id, roster.closures)
  await releaseCalledOff(context, site.id)
  await store.jobs.done(job, mark)
  return written
}
