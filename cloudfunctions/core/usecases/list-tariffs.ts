import { lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { byDate } from '../../../miniprogram/domain/tariff'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** All versions of the price list, past and to come, for who writes the next. */
export const listTariffs: UseCase<'listTariffs', 'staff'> = {
  name: 'listTariffs',
  access: { for: 'staff', roles: ['operator'] },
  async run({ store, now }, { siteId }) {
    const tariffs = byDate(await store.sites.tariffs(siteId))
    return accept({ now, plannedTo: lastPlanned(dateOf(now)), tariffs })
  },
}
