import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { callOf, reachFamilies } from './reach-families'

/** Before sending: whom WeChat reaches, and who wants a call. */
export const planNotice: UseCase<'planNotice', 'staff'> = {
  name: 'planNotice',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store }, { siteId }) {
    const { reach } = await reachFamilies(store, siteId)
    return accept({
      households: reach.households,
      byMessage: reach.byMessage.length,
      byCall: reach.byCall.map(callOf),
    })
  },
}
