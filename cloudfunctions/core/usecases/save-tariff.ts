import { lastPlanned } from '../../../miniprogram/domain/planning'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import { tariffProblems } from '../../../miniprogram/domain/tariff-problems'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { logTariffs } from './log-tariffs'
import { planSite } from './plan-site'

/**
 * Adds a version of the price list. Days that are planned and begin after today get it at once, and by the timer if the
 * process dies in between; bookings keep the quote they were made with.
 */
export const saveTariff: UseCase<'saveTariff', 'staff'> = {
  name: 'saveTariff',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, attempt: own, tariff: draft }, { openid, person }) {
    const { store, now, hash } = context
    const attempt = hash(openid, own)
    const today = dateOf(now)
    const tariffs = await store.sites.tariffs(siteId)
    const before = tariffs.find((each) => each.attempt === attempt)
    // A retry after a lost reply finds it saved.
    if (before) return accept({ tariff: before })
    const plannedTo = lastPlanned(today)
    const problems = tariffProblems(draft, { tariffs, today, plannedTo })
    if (problems.length > 0) return refuse({ code: 'tariff_wrong', problems })
    const tariff: Tariff = { ...draft, siteId, savedAt: now }
    if (!(await store.sites.addTariff({ ...tariff, attempt, by: openid, byName: person.name })))
      return refuse({ code: 'tariff_wrong', problems: [{ field: 'version', why: 'taken' }] })
    await planSite(context, siteId)
    await logTariffs(context, siteId)
    return accept({ tariff })
  },
}
