import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { changeIdOf } from '../../../miniprogram/domain/setting-change'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Used once, by whoever holds the code first; the role is added to what the person is already. */
export const acceptInvitation: UseCase<'acceptInvitation', 'anyone'> = {
  name: 'acceptInvitation',
  access: { for: 'anyone' },
  async run({ store, now, hash }, { code }, { openid }) {
    const key = hash(code)
    const invitation = await store.invitations.get(key)
    if (!invitation) throw new FaultError({ code: 'not_found' })
    if (invitation.expiresAt <= now) return refuse({ code: 'invitation_expired' })
    // The same person again, after a lost reply: the same answer.
    if (invitation.usedBy !== openid && !(await store.invitations.use(key, openid)))
      return refuse({ code: 'invitation_used' })
    const { siteId, role, name } = invitation
    const [inviter, known] = await Promise.all([
      store.people.get(invitation.invitedBy),
      store.people.get(openid),
    ])
    const before = known?.roles[siteId] ?? []
    const addRole = () => store.people.addRole(openid, siteId, role, name)
    const person = { name, roles: { [siteId]: [role] }, worksAt: [siteId], credits: {} }
    // Registering as a guardian at the same moment may be faster to add the person.
    if ((await addRole()) === 0 && !(await store.people.add(openid, person))) await addRole()
    await store.changes.add({
      id: changeIdOf(siteId, 'roles', key),
      siteId,
      at: now,
      from: dateOf(now),
      by: invitation.invitedBy,
      byName: inviter?.name ?? '',
      attempt: key,
      what: 'roles',
      edition: 0,
      who: openid,
      whoName: name,
      before,
      after: [...new Set([...before, role])],
    })
    return accept({ siteId, role, name })
  },
}
