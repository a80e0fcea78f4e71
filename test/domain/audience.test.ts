import {
  addressedOf,
  audienceProblems,
  daysOf,
  mayBePlannedFor,
  type Audience,
} from '../../miniprogram/domain/audience'
import type { GroupId, HouseholdId } from '../../miniprogram/domain/ids'
import type { Group } from '../../miniprogram/domain/site'
import { localDate } from '../../miniprogram/domain/time'
import { aHousehold } from '../support/a-household'
import { aChild } from '../support/a-child'
import { anInstant } from '../support/an-instant'

const TODAY = localDate('2026-11-25')
const groups: Group[] = [
  { id: 'small' as GroupId, name: '托小班', fromMonths: 18, toMonths: 24, cap: 10 },
  { id: 'big' as GroupId, name: '托大班', fromMonths: 24, toMonths: 36, cap: 14 },
]
const family = (...ages: number[]) => ({
  ...aHousehold({ id: 'xiaoyu', openids: ['mother', 'grandmother'] }),
  children: ages.map((months) => aChild({ months, on: TODAY })),
})
const told = (audience: Audience, household = family(24)) =>
  addressedOf(audience, household, {
    today: TODAY,
    groups,
    booked: new Set(['booked' as HouseholdId]),
    languageOf: (openid) => (openid === 'grandmother' ? 'cantonese' : undefined),
  }).map(({ openid }) => openid)

describe('A notice', () => {
  test('without conditions is for both parents of every family, also one without a child yet', () => {
    expect(told({})).toEqual(['mother', 'grandmother'])
    expect(told({}, family())).toHaveLength(2)
  })

  test('for an age is for families with a child of that age today, the upper border not in it', () => {
    expect(told({ ages: { fromMonths: 24, toMonths: 30 } })).toHaveLength(2)
    expect(told({ ages: { fromMonths: 18, toMonths: 24 } })).toEqual([])
    expect(told({ ages: { fromMonths: 18, toMonths: 24 } }, family(24, 20))).toHaveLength(2)
  })

  test('for a group is for children whose age belongs to it; a group that is gone has nobody', () => {
    expect(told({ groupId: 'big' as GroupId })).toHaveLength(2)
    expect(told({ groupId: 'small' as GroupId })).toEqual([])
    expect(told({ groupId: 'closed' as GroupId })).toEqual([])
  })

  test('age and group must hold for the same child', () =>
    expect(
      told({ groupId: 'small' as GroupId, ages: { fromMonths: 24, toMonths: 36 } }, family(24, 20)),
    ).toEqual([]))

  test('for bookings is for those who have one', () => {
    const booked = { from: TODAY, to: TODAY }
    expect(told({ booked })).toEqual([])
    expect(told({ booked }, { ...family(), id: 'booked' as HouseholdId })).toHaveLength(2)
  })

  test('in Cantonese is for the grandmother alone; who has not chosen reads Mandarin', () => {
    expect(told({ language: 'cantonese' })).toEqual(['grandmother'])
    expect(told({ language: 'mandarin' })).toEqual(['mother'])
    expect(told({ language: 'english' })).toEqual([])
  })
})

test('ages that hold nobody and days in the wrong order are wrong', () => {
  const day = (text: string) => localDate(text)
  expect(audienceProblems({})).toEqual([])
  expect(audienceProblems({ ages: { fromMonths: 24, toMonths: 24 } })).toEqual(['ages'])
  expect(audienceProblems({ booked: { from: TODAY, to: day('2026-11-24') } })).toEqual(['booked'])
  expect(audienceProblems({ booked: { from: TODAY, to: day('2026-12-15') } })).toEqual([])
  expect(audienceProblems({ booked: { from: TODAY, to: day('2026-12-16') } })).toEqual(['booked'])
})

test('days of bookings are counted with both ends', () =>
  expect(daysOf({ from: TODAY, to: localDate('2026-11-27') })).toEqual([
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
  ]))

test('a notice is planned for later, at most two months ahead', () => {
  const now = anInstant('2026-11-25 10:00')
  expect(mayBePlannedFor(now, now)).toBe(false)
  expect(mayBePlannedFor(anInstant('2026-11-25 10:01'), now)).toBe(true)
  expect(mayBePlannedFor(anInstant('2027-01-25 10:00'), now)).toBe(false)
})
