import {
  closedOutOf,
  sameClosure,
  withClosure,
  withoutClosure,
} from '../../miniprogram/domain/closure'
import { addDays } from '../../miniprogram/domain/time'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { bookedOn } from '../support/booked-on'

const EVENING = anInstant('2026-09-06 20:00')
const day = bookedOn(aDay(), [
  { who: 'An', span: '9:00-10:00' },
  { who: 'Bei', span: '9:30-12:00' },
  { who: 'Chi', span: '11:00-12:00' },
])
const named = (closure: object, now = EVENING): string[] =>
  closedOutOf(day, { date: MONDAY, ...closure }, now).map(([id]) => id)

test('a closed day takes every booking’s place, a closed half hour those that touch it', () => {
  expect(named({})).toEqual(['An-1', 'Bei-1', 'Chi-1'])
  expect(named({ span: aSpan('10:00-11:00') })).toEqual(['Bei-1'])
  expect(named({ date: addDays(MONDAY, 1) })).toEqual([])
})

test('a booking that is over, inside, gone or cancelled is left alone', () => {
  expect(named({}, anInstant('2026-09-07 10:00'))).toEqual(['Bei-1', 'Chi-1'])
  const inside = bookedOn(aDay(), [{ who: 'An', span: '9:00-10:00', state: 'inside' }])
  expect(closedOutOf(inside, { date: MONDAY }, EVENING)).toEqual([])
})

test('closures stand in order of time, once each, and are forgotten when they are over', () => {
  const morning = { date: MONDAY, span: aSpan('9:00-10:00'), why: '消毒' }
  const tuesday = { date: addDays(MONDAY, 1), why: '培训' }
  const both = withClosure(withClosure([], tuesday, MONDAY), morning, MONDAY)
  expect(both).toEqual([morning, tuesday])
  expect(withClosure(both, { ...morning, why: '停电' }, MONDAY)).toHaveLength(2)
  expect(withoutClosure(both, { date: MONDAY }, MONDAY)).toHaveLength(2)
  expect(withoutClosure(both, morning, MONDAY)).toEqual([tuesday])
  expect(withClosure(both, tuesday, addDays(MONDAY, 1))).toEqual([tuesday])
  expect(sameClosure(morning, { date: MONDAY })).toBe(false)
})
