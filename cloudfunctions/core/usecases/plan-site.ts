import { weekdayOn, type CalendarDay } from '../../../miniprogram/domain/calendar'
import { planDay, type DayBook } from '../../../miniprogram/domain/day'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { daysAhead, lastPlanned } from '../../../miniprogram/domain/planning'
import { replanDay } from '../../../miniprogram/domain/replan-day'
import { shiftsOn, type Roster } from '../../../miniprogram/domain/roster'
import type { Session } from '../../../miniprogram/domain/session'
import type { Site } from '../../../miniprogram/domain/site'
import { tariffOn, type Tariff } from '../../../miniprogram/domain/tariff'
import { dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/** How often a lost race is planned anew before the timer is left to finish. */
const TRIES = 5

/**
 * Plans the days ahead: those that are missing whole, the others anew where the plan differs. Safe to run
 * twice, at once and again after a crash: a day that is right already is left alone. Says how many days it
 * wrote.
 */
export async function planSite(context: Context, siteId: SiteId): Promise<number> {
  let written = 0
  for (let tries = 0; tries < TRIES; tries++) {
    const round = await planOnce(context, siteId)
    written += round.written
    if (!round.isLost) return written
  }
  throw new FaultError({ code: 'busy' })
}

/**
 * The days are read before the roster: a day that changes after that refuses the update, so nobody who read
 * an old roster can undo a newer plan.
 */
async function planOnce({ store, now, calendarOf }: Context, siteId: SiteId) {
  const dates = daysAhead(dateOf(now))
  const days = await store.days.showMany(siteId, dates)
  const [site, roster, tariffs, sessions] = await Promise.all([
    store.sites.get(siteId),
    store.sites.roster(siteId),
    store.sites.tariffs(siteId),
    plannedSessions({ store, now }, siteId),
  ])
  if (!site || !roster) return { written: 0, isLost: false }
  const calendar = calendarOf(dates)
  let written = 0
  let isLost = false
  for (const date of dates) {
    const fresh = freshDay({ site, roster, tariffs, sessions, calendar }, date)
    // A day without a price cannot be booked; it is planned as soon as there is one.
    if (!fresh) continue
    const day = days.find((each) => each.date === date)
    const outcome = day
      ? await store.days.replan(day, replanDay(day, fresh, now))
      : (await store.days.plan(fresh))
        ? 'done'
        : 'lost'
    if (outcome === 'done') written++
    if (outcome === 'lost') isLost = true
  }
  return { written, isLost }
}

/** The sessions of the days that are planned. */
export function plannedSessions(
  { store, now }: Pick<Context, 'store' | 'now'>,
  siteId: SiteId,
): Promise<Session[]> {
  const today = dateOf(now)
  return store.programmes.between(siteId, today, lastPlanned(today))
}

export interface PlanOfSite {
  readonly site: Site
  readonly roster: Roster
  readonly tariffs: readonly Tariff[]
  readonly sessions: readonly Session[]
  readonly calendar: readonly CalendarDay[]
}

/** The date planned anew, with nobody in it; undefined where it has no price. */
export function freshDay(
  { site, roster, tariffs, sessions, calendar }: PlanOfSite,
  date: LocalDate,
): DayBook | undefined {
  const shifts = shiftsOn(roster, date, weekdayOn(calendar, date))
  const { closures } = roster
  const tariffVersion = tariffOn(tariffs, date)?.version
  if (tariffVersion === undefined) return undefined
  return planDay({
    site,
    date,
    shifts,
    closures,
    tariffVersion,
    sessions: sessions.filter((session) => session.date === date),
    calendar,
  })
}

/** All that the plan of the days ahead is made from, in one mark: another mark is another plan. */
export function planMark(
  { now, hash, calendarOf }: Context,
  site: Site,
  plan: {
    readonly roster: Roster
    readonly tariffs: readonly Tariff[]
    readonly sessions: readonly Session[]
  },
): string {
  const dates = daysAhead(dateOf(now))
  return hash(JSON.stringify([dates, site, plan, calendarOf(dates)]))
}
