import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { decideRoles } from '../../../miniprogram/domain/staff'
import type { UseCase } from '../kernel/use-case'
import { changeSetting } from './change-setting'

/** What a person is at the site from now on; nothing ends it. The site keeps an operator, whoever saves at the same time. */
export const saveRoles: UseCase<'saveRoles', 'staff'> = {
  name: 'saveRoles',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, edition, attempt, key, roles }, { openid, person }) {
    const { store, hash } = context
    const changing = {
      siteId,
      what: 'roles' as const,
      edition,
      attempt: hash(openid, attempt),
      by: { openid, name: person.name },
    }
    const saved = await changeSetting(context, changing, async () => {
      // Read after the last change of roles was settled.
      const staff = await store.people.staffOf(siteId)
      const who = staff.find((each) => hash('staff', each.openid) === key)
      if (!who) throw new FaultError({ code: 'not_found' })
      const all = staff.map((each) => ({ openid: each.openid, roles: each.roles[siteId] ?? [] }))
      const decided = decideRoles(all, who.openid, roles)
      if (!decided.ok) return decided
      const { before, after } = decided.value
      if (before.join() === after.join()) return accept(undefined)
      const change = { what: 'roles', who: who.openid, whoName: who.name, before, after } as const
      return accept({ site: {}, changed: { ...change, edition: edition + 1 } })
    })
    return saved.ok ? accept({ edition: saved.value ? edition + 1 : edition }) : saved
  },
}
