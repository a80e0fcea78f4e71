import { loadOf } from '../../miniprogram/domain/load'
import { placesOf } from '../../miniprogram/domain/places'
import type { GroupId } from '../../miniprogram/domain/ids'
import type { SlotKey } from '../../miniprogram/domain/span'
import { MONDAY, aDay, type DayFacts } from '../support/a-day'
import { BIG, LITTLE, aGroup } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'

const AT_NINE = aSpan('9:00-9:30')
const MORNING = anInstant('2026-09-07 08:00')

const groupOf = (months: number) => (months < 24 ? LITTLE.id : BIG.id)

/** How many more may come at nine, with so many children of an age in a group already. */
const freeAtNine = (facts: DayFacts, here: [months: number, count: number][] = []) => {
  const placed = here.flatMap(([months, count]) =>
    Array.from({ length: count }, (_, n) => ({
      childId: `kid-${months}-${n}` as never,
      groupId: groupOf(months),
      load: loadOf(months),
    })),
  )
  const day = withChildren(aDay(facts), placed, AT_NINE)
  const slot = day.slots['0900' as SlotKey]!
  return (months: number) => placesOf(day, slot, groupOf(months), loadOf(months), MORNING)
}

test('one carer for the little ones makes five places, one for the big ones seven', () => {
  const free = freeAtNine({ carers: { little: 1, big: 1 } })
  expect(free(20)).toEqual({ free: 5, limit: 'carers' })
  expect(free(30)).toEqual({ free: 7, limit: 'carers' })
})

test('without a carer there is no place, however empty the room', () =>
  expect(freeAtNine({ carers: { big: 1 } })(20)).toEqual({ free: 0, limit: 'carers' }))

test('carers of the big group do not lend places to the little ones', () => {
  const free = freeAtNine({ carers: { little: 1, big: 2 } }, [[20, 5]])
  expect(free(20)).toEqual({ free: 0, limit: 'carers' })
  expect(free(30).free).toBe(14)
})

test('with carers enough the group’s cap decides', () =>
  expect(freeAtNine({ carers: { little: 9, big: 9 } }, [[20, 14]])(20)).toEqual({
    free: 1,
    limit: 'group',
  }))

test('and when the room is full it is full for every group', () => {
  const free = freeAtNine({ carers: { little: 9, big: 9 } }, [
    [20, 9],
    [30, 10],
  ])
  expect(free(20)).toEqual({ free: 0, limit: 'room' })
  expect(free(30)).toEqual({ free: 0, limit: 'room' })
})

test('in a mixed group a carer with three young ones has room for two older and not three', () => {
  const mixed = aGroup({ id: 'mixed' })
  const day = aDay({ site: { groups: [mixed] }, carers: { mixed: 1 } })
  const threeYoung = [1, 2, 3].map((n) => ({
    childId: `kid-${n}` as never,
    groupId: mixed.id,
    load: loadOf(20),
  }))
  const slot = withChildren(day, threeYoung, AT_NINE).slots['0900' as SlotKey]!
  expect(placesOf(day, slot, mixed.id, loadOf(30), MORNING).free).toBe(2)
  expect(placesOf(day, slot, mixed.id, loadOf(20), MORNING).free).toBe(2)
})

test('after a carer has gone home ill, a group too full has no place, and never a negative one', () => {
  const full = aDay({ carers: { big: 1 } }).slots['0900' as SlotKey]!
  const slot = {
    ...full,
    groups: { ...full.groups, [BIG.id]: { carers: 0, children: 5, load: 25 } },
  }
  expect(placesOf(aDay(), slot, BIG.id, 5, MORNING)).toEqual({ free: 0, limit: 'carers' })
})

test('a closed half hour and a group that is not there have no places', () => {
  const closures = [{ date: MONDAY, span: AT_NINE, why: 'cleaning' }]
  expect(freeAtNine({ closures })(30)).toEqual({ free: 0, limit: 'closed' })
  const day = aDay()
  const slot = day.slots['0900' as SlotKey]!
  expect(placesOf(day, slot, 'baby' as GroupId, 7, MORNING)).toEqual({ free: 0, limit: 'closed' })
})
