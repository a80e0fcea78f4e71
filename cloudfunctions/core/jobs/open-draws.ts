import { commitmentOf } from '../../../miniprogram/domain/draw'
import { drawIdOf } from '../../../miniprogram/domain/ids'
import { daysAhead } from '../../../miniprogram/domain/planning'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { eachAlone } from './each-alone'

/** 62 letters and digits that nobody can guess: more than 256 bits. */
const SEED_LENGTH = 62

/** Makes the draws of the days ahead, each with a seed of its own, long before anybody asks. */
export const openDraws: Job = {
  name: 'openDraws',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => openSite(context, site))
  },
}

async function openSite({ store, now, randomId }: Context, site: Site): Promise<number> {
  const dates = daysAhead(dateOf(now))
  const last = dates[dates.length - 1] ?? ''
  const job = `draws_${site.id}`
  if ((await store.jobs.doneTo(job)) === last) return 0
  const days = await store.days.showMany(site.id, dates)
  let made = 0
  for (const { siteId, date, release = [] } of days)
    for (const [tranche, { opensAt, draw }] of release.entries()) {
      if (!draw) continue
      const id = drawIdOf(siteId, date, tranche)
      const seed = randomId(SEED_LENGTH)
      const added = await store.draws.add({
        id,
        siteId,
        date,
        tranche,
        from: draw.from,
        closesAt: opensAt,
        commitment: commitmentOf(seed),
        seed,
        requests: {},
        results: {},
        state: 'open',
        nextAt: opensAt,
        rev: 1,
      })
      if (added) made++
    }
  // A day that could not be planned is looked at again.
  if (days.length === dates.length) await store.jobs.done(job, last)
  return made
}
