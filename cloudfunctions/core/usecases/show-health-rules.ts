import { FaultError } from '../../../miniprogram/domain/fault'
import { STANDARD_HEALTH } from '../../../miniprogram/domain/illness'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** The illness table and the dates that the site goes by. */
export const showHealthRules: UseCase<'showHealthRules', 'staff'> = {
  name: 'showHealthRules',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run({ store }, { siteId }) {
    const site = await store.sites.get(siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    return accept({ rules: site.health ?? STANDARD_HEALTH })
  },
}
