import { excludedBy } from '../../miniprogram/domain/decide-hours'
import { replanDay } from '../../miniprogram/domain/replan-day'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { bookedOn } from '../support/booked-on'

const EVENING = anInstant('2026-09-06 20:00')
const monday = bookedOn(aDay(), [
  { who: 'An', span: '9:00-10:00' },
  { who: 'Bei', span: '10:00-12:00' },
])
const excluded = (hours: object, day = monday, now = EVENING): string[] =>
  excludedBy(hours, [day], [], now).map(({ id, date }) => `${id} ${date}`)

test('hours that hold every booking exclude nobody', () =>
  expect(excluded({ 1: aSpan('8:00-12:00') })).toEqual([]))

test('shorter hours name the bookings that stand outside of them', () =>
  expect(excluded({ 1: aSpan('9:00-11:00') })).toEqual([`Bei-1 ${MONDAY}`]))

test('a weekday that is closed from now on names all of its bookings', () =>
  expect(excluded({ 2: aSpan('9:00-12:00') })).toHaveLength(2))

test('what is over is not in the way', () =>
  expect(excluded({ 1: aSpan('10:00-12:00') }, monday, anInstant('2026-09-07 10:00'))).toEqual([]))

test('nor is what no longer fits today’s hours: it is listed elsewhere already', () => {
  const shorter = replanDay(monday, aDay({ site: { hours: { 1: aSpan('9:00-11:00') } } }), EVENING)
  expect(excluded({ 1: aSpan('9:00-10:30') }, { ...monday, ...shorter })).toEqual([])
})

test('a Saturday that is worked as a Monday keeps Monday’s hours', () => {
  const calendar = [{ date: MONDAY, as: 3 }] as const
  const found = excludedBy({ 3: aSpan('9:00-12:00') }, [monday], calendar, EVENING)
  expect(found).toEqual([])
})
