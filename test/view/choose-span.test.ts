import { localTime } from '../../miniprogram/domain/time'
import { chooseSpan } from '../../miniprogram/view/choose-span'
import { dayAskOf } from '../../miniprogram/view/day-ask'
import { aSpan } from '../support/a-span'
import { evening, taken, viewChild, viewDay } from './view-day'

/** 10:30 is full: 9:00–10:30 and 11:00–12:00 can be booked. */
const day = taken(viewDay(), aSpan('10:30-11:00'), { children: 14, load: 70 })
const ask = dayAskOf({ day, children: [viewChild()], bookings: [], now: evening })
const tap = (from: string, to: string, time: string) =>
  chooseSpan(ask, aSpan(`${from}-${to}`), localTime(time)).span

test('the first tap takes an hour', () => {
  expect(chooseSpan(ask, undefined, localTime('09:00')).span).toEqual(aSpan('9:00-10:00'))
})

test('a tap on the last half hour before a full one takes the hour that ends there', () => {
  expect(chooseSpan(ask, undefined, localTime('10:00')).span).toEqual(aSpan('9:30-10:30'))
})

test('a tap outside stretches the span, on either side', () => {
  expect(tap('09:00', '10:00', '10:00')).toEqual(aSpan('9:00-10:30'))
  expect(tap('09:30', '10:30', '09:00')).toEqual(aSpan('9:00-10:30'))
})

test('a tap beyond a full half hour starts anew there', () => {
  expect(tap('09:00', '10:00', '11:00')).toEqual(aSpan('11:00-12:00'))
})

test('a tap inside ends the span there, a tap on its end takes that half hour off', () => {
  expect(tap('09:00', '10:30', '09:30')).toEqual(aSpan('9:00-10:00'))
  expect(tap('09:00', '10:30', '10:00')).toEqual(aSpan('9:00-10:00'))
})

test('the hour that is sold at least stays when its second half is tapped', () => {
  expect(tap('09:00', '10:00', '09:30')).toEqual(aSpan('9:00-10:00'))
})

test('a tap on the start clears the choice', () => {
  expect(chooseSpan(ask, aSpan('9:00-10:00'), localTime('09:00'))).toEqual({})
})

test('a tap on a full half hour keeps the choice and says why', () => {
  const choice = chooseSpan(ask, aSpan('9:00-10:00'), localTime('10:30'))
  expect(choice.span).toEqual(aSpan('9:00-10:00'))
  expect(choice.refusal).toMatchObject({ code: 'session_full', limit: 'carers' })
})
