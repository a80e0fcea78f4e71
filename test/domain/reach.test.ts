import { isGuardian } from '../../miniprogram/domain/household'
import { reachOf } from '../../miniprogram/domain/reach'
import { aHousehold } from '../support/a-household'

const both = aHousehold({ id: 'both', openids: ['mother', 'father'] })
const used = aHousehold({ id: 'used', openids: ['grandmother'] })
const never = aHousehold({ id: 'never', openids: ['aunt'] })

test('a family is reached when one of its guardians still allows a message; the others want a call', () => {
  const reach = reachOf([both, used, never], { father: 1, grandmother: 0 })
  expect(reach.households).toBe(3)
  expect(reach.byMessage).toEqual([both])
  expect(reach.byCall).toEqual([used, never])
})

test('two parents with credit are one family reached', () =>
  expect(reachOf([both], { mother: 2, father: 1 }).byMessage).toHaveLength(1))

test('nobody registered, nobody reached', () =>
  expect(reachOf([], { mother: 1 })).toEqual({ households: 0, byMessage: [], byCall: [] }))

test('only a family’s own adults are its guardians', () => {
  expect(isGuardian(both, 'father')).toBe(true)
  expect(isGuardian(both, 'grandmother')).toBe(false)
})
