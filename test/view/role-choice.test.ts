import { STAFF_ROLES } from '../../miniprogram/domain/role'
import { isRefusal } from '../../miniprogram/view/is-refusal'
import { roleOptionsOf, roleWaysOf } from '../../miniprogram/view/role-choice'

test('everybody is offered the roles that they may invite, and no other', () => {
  const offered = (...mine: Parameters<typeof roleOptionsOf>[0]) =>
    roleOptionsOf(mine, '').map(({ name }) => name)
  expect(offered('lead')).toEqual(['老师'])
  expect(offered('carer', 'community')).toEqual(['志愿者'])
  expect(offered('carer')).toEqual([])
  expect(roleOptionsOf(['operator'], 'lead').filter(({ on }) => on)).toMatchObject([
    { role: 'lead', name: '带班老师' },
  ])
})

test('every role has a place to start', () => {
  expect(STAFF_ROLES.map((role) => roleWaysOf(role).way)).toEqual([
    'room',
    'room',
    'room',
    'desk',
    'home',
  ])
})

test('only a no of the rules is final', () => {
  expect(isRefusal({ code: 'ticket_forged' })).toBe(true)
  expect(isRefusal({ code: 'busy' })).toBe(false)
  expect(isRefusal({ code: 'offline' })).toBe(false)
})
