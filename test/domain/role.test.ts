import { MAY_INVITE, STAFF_ROLES, hasRole } from '../../miniprogram/domain/role'
import type { SiteId } from '../../miniprogram/domain/ids'

const yucun = 'yucun' as SiteId
const liantang = 'liantang' as SiteId

test('a carer at one site is nobody at another', () => {
  const roles = { [yucun]: ['carer'] as const }
  expect(hasRole(roles, yucun, ['carer', 'lead'])).toBe(true)
  expect(hasRole(roles, yucun, ['operator'])).toBe(false)
  expect(hasRole(roles, liantang, ['carer'])).toBe(false)
})

test('nobody invites into a role that can do more than their own, save that operators make operators', () => {
  const rank = { operator: 4, community: 3, lead: 2, carer: 1, volunteer: 0 }
  for (const role of STAFF_ROLES.filter((each) => each !== 'operator'))
    for (const invited of MAY_INVITE[role]) expect(rank[invited]).toBeLessThan(rank[role])
  expect(MAY_INVITE.operator).toEqual(expect.arrayContaining([...STAFF_ROLES]))
  expect([...MAY_INVITE.carer, ...MAY_INVITE.volunteer]).toEqual([])
})
