import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { settleChange } from './settle-change'

/** Who works here and as what, by a key that is no openid. */
export const listStaff: UseCase<'listStaff', 'staff'> = {
  name: 'listStaff',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId }, { openid: own }) {
    const { store, hash } = context
    const site = await store.sites.get(siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    await settleChange(context, site)
    const staff = await store.people.staffOf(siteId)
    return accept({
      edition: site.editions?.roles ?? 0,
      staff: staff
        .filter(({ roles }) => (roles[siteId] ?? []).length > 0)
        .map(({ openid, name, roles }) => ({
          key: hash('staff', openid),
          name,
          roles: roles[siteId] ?? [],
          me: openid === own,
        })),
    })
  },
}
