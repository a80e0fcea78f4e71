import { accept } from '../../../miniprogram/domain/result'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Free places of the days that are open for booking: one query. */
export const showWeek: UseCase<'showWeek', 'anyone'> = {
  name: 'showWeek',
  access: { for: 'anyone' },
  async run({ store, now }, { siteId }) {
    const days = await store.days.showMany(siteId, daysAhead(dateOf(now)))
    const sorted = days.sort((a, b) => a.date.localeCompare(b.date))
    const versions = [...new Set(sorted.map(({ tariffVersion }) => tariffVersion))]
    const tariffs = await Promise.all(
      versions.map((version) => store.sites.tariff(siteId, version)),
    )
    return accept({ now, days: sorted, tariffs })
  },
}
