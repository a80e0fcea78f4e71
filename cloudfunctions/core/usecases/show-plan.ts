import { weekdayOn } from '../../../miniprogram/domain/calendar'
import { FaultError } from '../../../miniprogram/domain/fault'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { shiftsOn, type Roster } from '../../../miniprogram/domain/roster'
import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { excessCount } from './excess-of-site'

/** Holidays are shown so many days ahead. */
const HOLIDAYS_AHEAD = 180

/** What the days are planned from: roster, opening hours, closures, holidays. */
export const showPlan: UseCase<'showPlan', 'staff'> = {
  name: 'showPlan',
  access: { for: 'staff', roles: ['operator', 'lead', 'community'] },
  async run(context, { siteId }) {
    const { store, now, calendarOf } = context
    const today = dateOf(now)
    const dates = daysAhead(today)
    const [site, roster, days, excess] = await Promise.all([
      store.sites.get(siteId),
      store.sites.roster(siteId),
      store.days.showMany(siteId, dates),
      excessCount(context, siteId),
    ])
    if (!site || !roster) throw new FaultError({ code: 'not_found' })
    const ahead = Array.from({ length: HOLIDAYS_AHEAD }, (_, n) => addDays(today, n))
    const calendar = calendarOf(ahead)
    return accept({
      now,
      rev: roster.rev,
      hours: { ...site.hours },
      groups: site.groups,
      carers: carersOf(roster),
      days: dates.map((date) => {
        const weekday = weekdayOn(calendar, date)
        const day = days.find((each) => each.date === date)
        return {
          date,
          weekday,
          changed: roster.changes?.[date] !== undefined,
          ...(day?.closed === undefined ? {} : { closed: day.closed }),
          ...(day?.hours ? { hours: day.hours } : {}),
          shifts: shiftsOn(roster, date, weekday),
        }
      }),
      closures: roster.closures.filter(({ date }) => date >= today),
      holidays: calendar.flatMap(({ date, holiday }) =>
        holiday === undefined ? [] : [{ date, holiday }],
      ),
      excess,
    })
  },
}

function carersOf({ weekly, changes }: Roster): string[] {
  const shifts = [...Object.values(weekly), ...Object.values(changes ?? {})].flat()
  return [...new Set(shifts.map(({ carer }) => carer))]
}
