import { replanDay } from '../../miniprogram/domain/replan-day'
import type { Day } from '../../miniprogram/domain/day'
import type { GroupId } from '../../miniprogram/domain/ids'
import type { SlotKey } from '../../miniprogram/domain/span'
import { MONDAY, aDay, aShift, type DayFacts } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'

const EVENING = anInstant('2026-09-06 20:00')
const BIG = 'big' as GroupId
const kid = { childId: 'kid-1' as never, groupId: BIG, load: 5 }
/** 9:00–12:00 with two carers a group and a child from ten to eleven. */
const busy = withChildren(aDay(), [kid], aSpan('10:00-11:00'))
const replanned = (facts: DayFacts, now = EVENING): Day => replanDay(busy, aDay(facts), now)
const slotOf = (day: Day, key: string) => day.slots[key as SlotKey]
const bigAt = (day: Day, key: string) => slotOf(day, key)?.groups[BIG]

test('a carer who calls in sick takes places away, no child', () => {
  const day = replanned({ carers: { little: 2, big: 1 } })
  expect(bigAt(day, '1000')).toEqual({ carers: 1, children: 1, load: 5 })
  expect(bigAt(day, '0900')).toEqual({ carers: 1, children: 0, load: 0 })
})

test('half hours that are over stay as they were; the running one follows', () => {
  const day = replanned({ carers: {} }, anInstant('2026-09-07 10:10'))
  expect(['0900', '0930', '1000', '1030'].map((key) => bigAt(day, key)?.carers)).toEqual([
    2, 2, 0, 0,
  ])
})

test('closing part of the day closes its half hours, opening it opens them', () => {
  const closures = [{ date: MONDAY, span: aSpan('10:00-10:30'), why: '消毒' }]
  const closed = replanned({ closures })
  expect(slotOf(closed, '1000')).toMatchObject({ closed: '消毒', children: 1 })
  expect(slotOf(closed, '1030')?.closed).toBeUndefined()
  expect(replanDay(closed, aDay(), EVENING)).toEqual(busy)
})

test('closing the day keeps the children who are booked, so that nobody is lost', () => {
  const closed = replanned({ closures: [{ date: MONDAY, why: '台风停园' }] })
  expect(closed).toMatchObject({ closed: '台风停园' })
  expect(closed.hours).toBeUndefined()
  expect(bigAt(closed, '1000')).toEqual({ carers: 0, children: 1, load: 5 })
  expect(replanDay(closed, aDay(), EVENING)).toEqual(busy)
})

test('longer hours bring empty half hours with their carers', () => {
  const site = { hours: { 1: aSpan('8:30-12:00') } } as const
  const day = replanned({ site, shifts: [aShift('Chen', 'big', '8:00-12:00')] })
  expect(bigAt(day, '0830')).toEqual({ carers: 1, children: 0, load: 0 })
  expect(day.hours).toEqual(aSpan('8:30-12:00'))
})

test('planning twice is planning once', () => {
  const once = replanned({ carers: { big: 1 } })
  expect(replanDay(once, aDay({ carers: { big: 1 } }), EVENING)).toEqual(once)
})
