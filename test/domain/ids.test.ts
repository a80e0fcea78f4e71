import fc from 'fast-check'
import {
  bookingIdOf,
  childIdOf,
  dayIdOf,
  householdOf,
  isId,
  type ChildId,
  type HouseholdId,
  type SiteId,
} from '../../miniprogram/domain/ids'

const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
const numbers = fc.integer({ min: 1, max: 99 })

test.each(['', 'a.b', 'a b', '小雨', '$set', 'a/b', 'x'.repeat(65), 'a\n'])('%j is no id', (text) =>
  expect(isId(text)).toBe(false),
)

test.each(['constructor', '__proto__', 'toString', 'valueOf'])(
  '%s is no id, for every object has something under it',
  (text) => expect(isId(text)).toBe(false),
)

test('a child’s id names its household, whatever the household’s id looks like', () =>
  fc.assert(
    fc.property(ids, numbers, (household, number) => {
      const id = childIdOf(household as HouseholdId, number)
      expect(householdOf(id)).toBe(household)
    }),
  ))

test('an id without a household names none', () => expect(householdOf('x' as ChildId)).toBe(''))

test('siblings of one attempt get different bookings, the same child the same one', () =>
  fc.assert(
    fc.property(ids, ids, numbers, numbers, (attempt, household, one, other) => {
      const child = (number: number) => childIdOf(household as HouseholdId, number)
      const same = bookingIdOf(attempt, child(one)) === bookingIdOf(attempt, child(other))
      expect(same).toBe(one === other)
      expect(isId(bookingIdOf(attempt, child(one)))).toBe(true)
    }),
  ))

test('a day has one id', () =>
  expect(dayIdOf('yucun' as SiteId, '2026-09-07')).toBe('yucun_2026-09-07'))
