import type { Site } from '../../../miniprogram/domain/site'
import { addDays, dateOf, daysBetween, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { billDay } from '../usecases/bill-day'
import { eachAlone } from './each-alone'
import { eachTouched, eachTouchedDay } from './touched-days'

/** A point that was off for longer looks this far back. */
const FURTHEST_DAYS = 31

/**
 * The maker of bills: who went home is billed from the day within the minute, what nobody scanned when the day is over,
 * and what a family owes is counted anew where a bill was touched.
 */
export const makeBills: Job = {
  name: 'makeBills',
  async run(context) {
    const { store } = context
    const made = await eachTouchedDay(context, 'bills', (day) => billDay(context, day))
    const closed = await eachAlone(context, await store.sites.all(), (site) =>
      closeDays(context, site),
    )
    await eachTouched(context, 'owed', store.bills.touchedSince, async ({ householdId }) => {
      await store.bills.recount(householdId)
      return 1
    })
    return made + closed
  },
}

/** Days that are over, each once: who never came, and who was never scanned out. */
async function closeDays(context: Context, { id: siteId }: Site): Promise<number> {
  const { store, now } = context
  const job = `close_${siteId}`
  const yesterday = addDays(dateOf(now), -1)
  const done = (await store.jobs.doneTo(job)) as LocalDate | undefined
  if (done !== undefined && done >= yesterday) return 0
  const oldest = addDays(yesterday, -FURTHEST_DAYS)
  let date = done === undefined ? yesterday : addDays(done > oldest ? done : oldest, 1)
  let made = 0
  for (; daysBetween(date, yesterday) >= 0; date = addDays(date, 1)) {
    const day = await store.days.read(siteId, date)
    if (day) made += await billDay(context, day)
    await store.jobs.done(job, date)
  }
  return made
}
