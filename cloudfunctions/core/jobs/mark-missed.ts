import { countedAbsences, missedOf, missedOn, stoppedOf } from '../../../miniprogram/domain/absence'
import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { missedMessage } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { replaceReservation } from '../usecases/replace-reservation'
import { tellFamily } from '../usecases/tell-family'
import { tellWithdrawn } from '../usecases/withdraw'
import { eachAlone } from './each-alone'

/**
 * Half an hour after its time a child that is not here is not waited for any longer: the rest of the time goes to others
 * and the day counts against the family. The day is the truth; the family is told and the absence noted after it, and
 * made good with the next tick if the process dies in between.
 */
export const markMissed: Job = {
  name: 'markMissed',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => markSite(context, site))
  },
}

async function markSite(context: Context, site: Site): Promise<number> {
  const { store, now } = context
  const today = dateOf(now)
  const yesterday = addDays(today, -1)
  const job = `missed_${site.id}`
  // A timer that was down over midnight.
  const isDone = (await store.jobs.doneTo(job)) === yesterday
  let marked = 0
  for (const date of isDone ? [today] : [yesterday, today]) {
    const day = await store.days.read(site.id, date)
    if (day) marked += await markDay(context, site, day)
  }
  if (!isDone) await store.jobs.done(job, yesterday)
  return marked
}

async function markDay(context: Context, site: Site, day: DayBook): Promise<number> {
  const { store, now } = context
  const missed = missedOn(day, now)
  const marked: Reservation[] = []
  for (const [id, before] of missed) {
    const tariff = await store.sites.tariff(site.id, before.quote.tariffVersion)
    const where = { siteId: site.id, date: day.date, id: id as BookingId }
    const stopped = stoppedOf(before, now)
    if (stopped) {
      if (await replaceReservation(context, where, before, stopped))
        await tellWithdrawn(context, where, stopped)
      continue
    }
    const after = missedOf(day.date, before, tariff)
    // Scanned in at this very moment: it is here.
    if (await replaceReservation(context, where, before, after)) marked.push(after)
  }
  const known = Object.values(day.reservations).filter(({ state }) => state === 'missed')
  await noteAbsences(context, site, day, [...known, ...marked])
  return marked.length
}

async function noteAbsences(
  context: Context,
  site: Site,
  { date }: DayBook,
  missed: readonly Reservation[],
): Promise<void> {
  const ids = [...new Set(missed.map(({ householdId }) => householdId))]
  for (const household of await context.store.households.many(ids)) {
    if (household.absences?.[date]) continue
    const mine = missed.filter(({ householdId }) => householdId === household.id)
    await noteAbsence(context, site, household, { date, missed: mine })
  }
}

/** Told first and noted then: the note says that the family knows. */
async function noteAbsence(
  context: Context,
  site: Site,
  household: Household,
  { date, missed }: { date: DayBook['date']; missed: readonly Reservation[] },
): Promise<void> {
  const { store, now } = context
  const [first] = missed
  if (!first) return
  const childNames = household.children
    .filter(({ id }) => missed.some(({ childId }) => childId === id))
    .map(({ name }) => name)
  const count = countedAbsences(household.absences, dateOf(now)).length + 1
  const message = missedMessage({ childNames, date, span: first.span }, count)
  await tellFamily(context, site, household, { key: `missed_${household.id}_${date}`, message })
  await store.households.noteAbsence(household.id, date, { at: now })
}
