import { decideDuty } from '../../../miniprogram/domain/duty'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { dutyKeyOf } from './duty-key'
import { siteCodesOf } from './site-code'

/** A carer's own scan: she is who WeChat says she is, and stands before the room's wall. */
export const clockDuty: UseCase<'clockDuty', 'staff'> = {
  name: 'clockDuty',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, code, act, groupId }, { openid, person }) {
    const { store, now } = context
    if (!siteCodesOf(context, siteId).includes(code)) return refuse({ code: 'site_code_wrong' })
    const date = dateOf(now)
    const key = dutyKeyOf(context, openid)
    const day = await store.days.duty(siteId, date, key)
    if (!day) return refuse({ code: 'day_not_open', date })
    if (!day.groups.some(({ id }) => id === groupId)) throw new FaultError({ code: 'not_found' })
    const before = day.onDuty?.[key]
    const decided = decideDuty(before, { act, name: person.name, groupId }, now)
    if (!decided.ok) return decided
    const change = { before, after: decided.value }
    if (!(await store.days.clock(siteId, date, key, change))) throw new FaultError({ code: 'busy' })
    return accept(decided.value)
  },
}
