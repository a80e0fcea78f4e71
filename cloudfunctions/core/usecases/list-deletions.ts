import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

const AT_ONCE = 100

/** What was deleted, by kind and number, the latest first. */
export const listDeletions: UseCase<'listDeletions', 'staff'> = {
  name: 'listDeletions',
  access: { for: 'staff', roles: ['operator'] },
  async run({ store }, { siteId }) {
    return accept({ deletions: await store.deletions.ofSite(siteId, AT_ONCE) })
  },
}
