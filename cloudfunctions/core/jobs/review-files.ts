import { consentsDue, noticeSince, noticeVersionsOf } from '../../../miniprogram/domain/consent'
import { decideFile, type FileFacts } from '../../../miniprogram/domain/farewell'
import type { Farewell, Household } from '../../../miniprogram/domain/household'
import { farewellMessage } from '../../../miniprogram/domain/farewell-message'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf, timeOf, type Instant } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { eraseChildren } from '../usecases/erase-children'
import {
  beginErasing,
  eraseHousehold,
  forgetGuardian,
  leaveEverything,
} from '../usecases/erase-family'
import { tellFamily } from '../usecases/tell-family'
import { eachAlone } from './each-alone'

const AT_ONCE = 20
const JOB = 'review_files'

/**
 * Looks at the families' files whose day has come: tells a family what will go, and lets it go when the told day is
 * there. Each look writes down the next, so a family is looked at a few times a year.
 */
export const reviewFiles: Job = {
  name: 'reviewFiles',
  async run(context) {
    const { store, now } = context
    const today = dateOf(now)
    if ((await store.jobs.doneTo(JOB)) === today) return 0
    const households = await store.familyFiles.toReview(today, AT_ONCE)
    const sites = await store.sites.all()
    const erased = await eachAlone(context, households, async (household) => {
      const site = sites.find(({ id }) => id === household.siteId)
      return site ? review(context, site, household) : 0
    })
    if (households.length < AT_ONCE) await store.jobs.done(JOB, today)
    return erased
  },
}

async function review(context: Context, site: Site, household: Household): Promise<number> {
  const { store, now } = context
  const decided = decideFile(await factsOf(context, site, household))
  if (decided.act === 'erase') return erase(context, household, decided.farewell)
  if (decided.act === 'keep') {
    await store.familyFiles.reviewed(household, decided.reviewOn, decided.farewell)
    return 0
  }
  const { farewell } = decided
  const names = household.children
    .filter(({ id }) => farewell.childIds.includes(id))
    .map(({ name }) => name)
  const message = farewellMessage({ ...farewell, names }, dateOf(now), timeOf(now))
  // The telling's key is the end itself: after a crash in between nobody is told twice.
  const key = `farewell_${household.id}_${farewell.why}_${farewell.childIds.join('_')}_${farewell.on}`
  await tellFamily(context, site, household, { key, message })
  await store.familyFiles.reviewed(household, farewell.on, farewell)
  return 0
}

async function factsOf(
  { store, now }: Context,
  site: Site,
  household: Household,
): Promise<FileFacts> {
  const [last] = await store.bookings.ofHousehold(household.id, 1)
  const versions = noticeVersionsOf(site)
  const due = household.guardians.flatMap((guardian) => consentsDue(guardian, versions))
  const consents = household.guardians.flatMap((guardian) => guardian.consents)
  const seen = Math.max(last?.startsAt ?? 0, ...consents.map(({ at }) => at))
  const isComing = last !== undefined && last.startsAt > now
  const isOwing = (household.owedFen ?? 0) > 0
  return {
    household,
    today: dateOf(now),
    lastSeen: dateOf(seen as Instant),
    oldestMonths: Math.max(...site.groups.map(({ toMonths }) => toMonths)),
    ...(due.length > 0 ? { unansweredSince: noticeSince(site, due) } : {}),
    isBusy: isComing || isOwing,
  }
}

async function erase(context: Context, household: Household, farewell: Farewell): Promise<number> {
  const id = await beginErasing(context, household, farewell)
  if (farewell.whole) {
    await leaveEverything(context, household)
    for (const { openid } of household.guardians) await forgetGuardian(context, openid)
    await eraseHousehold(context, household.id)
  } else await eraseChildren(context, household, farewell.childIds)
  await context.store.deletions.finish(id)
  return 1
}
