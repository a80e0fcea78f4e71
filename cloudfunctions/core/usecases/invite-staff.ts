import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { MAY_INVITE } from '../../../miniprogram/domain/role'
import { DAY, later } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** An invitation is good for a week, once. */
const GOOD_FOR = 7 * DAY

export const inviteStaff: UseCase<'inviteStaff', 'staff'> = {
  name: 'inviteStaff',
  access: { for: 'staff', roles: ['operator', 'lead', 'community'] },
  async run({ store, now, randomId, hash }, { siteId, role, name }, { openid, person }) {
    const may = (person.roles[siteId] ?? []).flatMap((own) => MAY_INVITE[own])
    if (!may.includes(role)) throw new FaultError({ code: 'forbidden' })
    const code = randomId(12)
    const expiresAt = later(now, GOOD_FOR)
    const invitation = { siteId, role, name, invitedBy: openid, expiresAt }
    await store.invitations.add(hash(code), invitation)
    return accept({ code, expiresAt })
  },
}
