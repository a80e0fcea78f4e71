import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** Exclusions that stand already stay as they were decided. */
export const saveHealthRules: UseCase<'saveHealthRules', 'staff'> = {
  name: 'saveHealthRules',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run({ store }, { siteId, rules }) {
    await store.sites.saveHealth(siteId, rules)
    return accept({ rules })
  },
}
