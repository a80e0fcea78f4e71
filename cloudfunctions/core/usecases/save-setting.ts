import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { hasRole } from '../../../miniprogram/domain/role'
import type { UseCase } from '../kernel/use-case'
import { applySetting } from './apply-setting'

/** Saves one setting whole, and plans the days ahead anew. Leads save the health rules, the operator everything. */
export const saveSetting: UseCase<'saveSetting', 'staff'> = {
  name: 'saveSetting',
  access: { for: 'staff', roles: ['operator', 'lead'] },
  async run(context, { siteId, edition, attempt, setting }, { openid, person }) {
    if (setting.what !== 'health' && !hasRole(person.roles, siteId, ['operator']))
      throw new FaultError({ code: 'forbidden' })
    const saved = await applySetting(context, setting, {
      siteId,
      what: setting.what,
      edition,
      attempt: context.hash(openid, attempt),
      by: { openid, name: person.name },
    })
    return saved.ok ? accept(saved.value) : saved
  },
}
