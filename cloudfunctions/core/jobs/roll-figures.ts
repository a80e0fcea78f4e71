import { totalsOf } from '../../../miniprogram/domain/bill-totals'
import { dayFiguresOf, type DayFigures } from '../../../miniprogram/domain/day-figures'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { monthAfter, monthOf, type Month } from '../../../miniprogram/domain/month'
import { minutesSum, servedOf } from '../../../miniprogram/domain/service-hours'
import type { Site } from '../../../miniprogram/domain/site'
import {
  addDays,
  dateOf,
  daysBetween,
  instantOf,
  localTime,
  timeOf,
  type LocalDate,
} from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { eachAlone } from './each-alone'

/** After midnight's own work is done. */
const FROM = localTime('00:30')
/** A timer that was down longer leaves a gap in the figures. */
const MOST_DAYS = 31
/** Bills, hours and notices of a month are put right for some days more. */
const SETTLED_DAYS = 7

/** Each night the day before goes into its month's figures, and the month's sums are made anew. */
export const rollFigures: Job = {
  name: 'rollFigures',
  async run(context) {
    if (timeOf(context.now) < FROM) return 0
    return eachAlone(context, await context.store.sites.all(), (site) => roll(context, site))
  },
}

async function roll(context: Context, { id: siteId }: Site): Promise<number> {
  const { store, now } = context
  const job = `figures_${siteId}`
  const today = dateOf(now)
  const yesterday = addDays(today, -1)
  const doneTo = (await store.jobs.doneTo(job)) as LocalDate | undefined
  if (doneTo !== undefined && doneTo >= yesterday) return 0
  const missed = doneTo ? Math.min(daysBetween(doneTo, yesterday), MOST_DAYS) : 1
  const dates = Array.from({ length: missed }, (_, back) => addDays(yesterday, -back))
  const months = new Set(dates.map(monthOf))
  if (Number(today.slice(8)) <= SETTLED_DAYS) months.add(monthAfter(monthOf(today), -1))
  for (const month of months) {
    const mine = dates.filter((date) => monthOf(date) === month)
    await rollMonth(context, siteId, month, mine)
  }
  await store.jobs.done(job, yesterday)
  return months.size
}

async function rollMonth(
  { store, now }: Context,
  siteId: SiteId,
  month: Month,
  dates: readonly LocalDate[],
): Promise<void> {
  const from = `${month}-01` as LocalDate
  const to = addDays(`${monthAfter(month, 1)}-01` as LocalDate, -1)
  const after = instantOf(addDays(to, 1), localTime('00:00'))
  const [before, bills, entries, notices] = await Promise.all([
    store.figures.get(siteId, month),
    store.bills.ofMonth(siteId, month),
    store.serviceHours.ofSite(siteId, from, to),
    store.notices.during(siteId, instantOf(from, localTime('00:00')), after),
  ])
  const days: Record<LocalDate, DayFigures> = { ...before?.days }
  for (const date of dates) {
    const day = await store.days.read(siteId, date)
    const figures = day && dayFiguresOf(day)
    if (figures) days[date] = figures
  }
  const served = [...new Set(entries.map(({ volunteerId }) => volunteerId))].map((id) =>
    servedOf(entries.filter(({ volunteerId }) => volunteerId === id)),
  )
  const duties = served.flat()
  const count = (pick: 'families' | 'byMessage') =>
    notices.reduce((sum, notice) => sum + notice[pick], 0)
  // A month in which nothing happened stays one without figures.
  if (Object.keys(days).length + bills.length + duties.length + notices.length === 0) return
  await store.figures.save({
    siteId,
    month,
    madeAt: now,
    days,
    bills: totalsOf(bills),
    service: {
      people: served.filter((each) => each.length > 0).length,
      duties: duties.length,
      minutes: minutesSum(duties),
    },
    notices: { sent: notices.length, families: count('families'), byMessage: count('byMessage') },
  })
}
