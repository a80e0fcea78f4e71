import type { BookId } from '../../../miniprogram/domain/ids'
import type { Site } from '../../../miniprogram/domain/site'
import {
  addDays,
  dateOf,
  daysBetween,
  localTime,
  timeOf,
  type LocalDate,
} from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellHeard } from '../usecases/tell-heard'
import { eachAlone } from './each-alone'

/** By then the day's sessions are over, and slips at the door are put right. */
const EVENING = localTime('19:00')
/** A timer that was down longer has missed days that families will have told by themselves. */
const MOST_DAYS = 14

/** In the evening: what was read in the day's sessions goes into the logs of the children who came. */
export const recordReadings: Job = {
  name: 'recordReadings',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => record(context, site))
  },
}

async function record(context: Context, { id: siteId }: Site): Promise<number> {
  const { store, now } = context
  const job = `readings_${siteId}`
  const last = timeOf(now) >= EVENING ? dateOf(now) : addDays(dateOf(now), -1)
  const doneTo = (await store.jobs.doneTo(job)) as LocalDate | undefined
  const missed = doneTo ? daysBetween(doneTo, last) : 1
  let told = 0
  for (let back = Math.min(missed, MOST_DAYS) - 1; back >= 0; back--) {
    const date = addDays(last, -back)
    told += await tellDay(context, siteId, date)
    await store.jobs.done(job, date)
  }
  return told
}

async function tellDay(context: Context, siteId: Site['id'], date: LocalDate): Promise<number> {
  const { store } = context
  const sessions = await store.programmes.between(siteId, date, date)
  const withBooks = sessions.filter(({ bookIds }) => bookIds.length > 0)
  if (withBooks.length === 0) return 0
  const day = await store.days.read(siteId, date)
  const told = Object.values(day?.reservations ?? {}).flatMap((reservation) => {
    const { inAt, householdId, childId } = reservation
    const session = withBooks.find(({ id }) => id === reservation.session?.id)
    if (inAt === undefined || !session) return []
    const bookIds = session.bookIds as readonly BookId[]
    const where = { session: session.leader.name }
    return [{ siteId, householdId, childId, date, bookIds, where }]
  })
  return tellHeard(context, told)
}
