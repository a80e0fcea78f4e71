import { weekdayOn } from '../../../miniprogram/domain/calendar'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { decideShifts, hasShifts, withShifts } from '../../../miniprogram/domain/roster'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { excessCount } from './excess-of-site'
import { planSite } from './plan-site'

/** Saves who works, and plans the days ahead anew at once; what a crash leaves undone the timer does. */
export const saveRoster: UseCase<'saveRoster', 'staff'> = {
  name: 'saveRoster',
  access: { for: 'staff', roles: ['operator', 'lead'] },
  async run(context, { siteId, rev, date, every, shifts }) {
    const { store, now, calendarOf } = context
    const today = dateOf(now)
    const [site, roster] = await Promise.all([store.sites.get(siteId), store.sites.roster(siteId)])
    if (!site || !roster) throw new FaultError({ code: 'not_found' })
    if (date < today) throw wrong('date')
    const known = new Set(site.groups.map(({ id }) => id))
    const unknown = shifts.findIndex(({ groupId }) => !known.has(groupId))
    if (unknown >= 0) throw wrong(`shifts.${unknown}.groupId`)
    const decided = decideShifts(shifts)
    if (!decided.ok) return decided
    const weekday = weekdayOn(calendarOf([date]), date)
    const change = { date, weekday, every, shifts }
    // The same saving again, after a lost reply, finds it done.
    const isSaved = hasShifts(roster, change)
    if (!isSaved && !(await store.sites.saveRoster(siteId, rev, withShifts(roster, change, today))))
      return refuse({ code: 'plan_changed' })
    await planSite(context, siteId)
    return accept({ excess: await excessCount(context, siteId) })
  },
}

function wrong(path: string): FaultError {
  return new FaultError({ code: 'invalid_input', fields: [{ path, why: 'wrong' }] })
}
