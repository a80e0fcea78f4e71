import type { Site } from '../../../miniprogram/domain/site'
import { addDays, dateOf, daysBetween, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { eachAlone } from './each-alone'

/** A timer that was down longer has missed days that are of no account for the three-month rule. */
const MOST_DAYS = 14

/** After a day is over: each child's last day here, for the three-month rule. */
export const recordAttendance: Job = {
  name: 'recordAttendance',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => record(context, site))
  },
}

async function record({ store, now }: Context, { id: siteId }: Site): Promise<number> {
  const job = `attendance_${siteId}`
  const yesterday = addDays(dateOf(now), -1)
  const doneTo = (await store.jobs.doneTo(job)) as LocalDate | undefined
  const missed = doneTo ? daysBetween(doneTo, yesterday) : 1
  let recorded = 0
  for (let back = Math.min(missed, MOST_DAYS) - 1; back >= 0; back--) {
    const date = addDays(yesterday, -back)
    const day = await store.days.read(siteId, date)
    for (const { inAt, householdId, childId } of Object.values(day?.reservations ?? {}))
      if (inAt !== undefined) recorded += await store.households.cameOn(householdId, childId, date)
    await store.jobs.done(job, date)
  }
  return recorded
}
