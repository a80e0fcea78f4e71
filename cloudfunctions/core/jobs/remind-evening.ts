import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import type { Household } from '../../../miniprogram/domain/household'
import { reminderMessage } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import { addDays, dateOf, localTime, timeOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellFamily } from '../usecases/tell-family'
import { eachAlone } from './each-alone'

/** Families hear of tomorrow after dinner and before bedtime; a timer that was down all evening tells nobody at night. */
const FROM = localTime('19:00')
const TO = localTime('21:00')

/** The evening before: tomorrow's bookings, once each. */
export const remindEvening: Job = {
  name: 'remindEvening',
  async run(context) {
    const time = timeOf(context.now)
    if (time < FROM || time >= TO) return 0
    return eachAlone(context, await context.store.sites.all(), (site) => remindSite(context, site))
  },
}

async function remindSite(context: Context, site: Site): Promise<number> {
  const { store, now } = context
  const tomorrow = addDays(dateOf(now), 1)
  const job = `remind_${site.id}`
  if ((await store.jobs.doneTo(job)) === tomorrow) return 0
  const day = await store.days.read(site.id, tomorrow)
  const expected = Object.entries(day?.reservations ?? {}).filter(
    ([, { state }]) => state === 'booked',
  )
  const ids = new Set(expected.map(([, { householdId }]) => householdId))
  const households = await store.households.many([...ids])
  let told = 0
  for (const [id, reservation] of expected) {
    const household = households.find((each) => each.id === reservation.householdId)
    if (household && day)
      told += await remindFamily(context, site, { id, day, reservation, household })
  }
  await store.jobs.done(job, tomorrow)
  return told
}

async function remindFamily(
  context: Context,
  site: Site,
  told: { id: string; day: DayBook; reservation: Reservation; household: Household },
): Promise<number> {
  const { id, day, reservation, household } = told
  const child = household.children.find((each) => each.id === reservation.childId)
  const care = {
    childNames: [child?.name ?? ''],
    date: day.date,
    span: reservation.span,
    bookingId: id,
    ...(reservation.session ? { session: reservation.session } : {}),
  }
  const message = reminderMessage(care, site.name)
  await tellFamily(context, site, household, { key: `reminder_${id}`, message })
  return household.guardians.length
}
