import { freeMinutesLeft, withClaims } from '../../miniprogram/domain/free-hours'
import type { FreeHours } from '../../miniprogram/domain/household'
import type { BookingId } from '../../miniprogram/domain/ids'
import { monthOf } from '../../miniprogram/domain/month'
import { localDate, type Instant } from '../../miniprogram/domain/time'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const tariff = aTariff({ freeMinutes: 240 })
const papers = { at: 0 as Instant, by: '陈老师' }
const november = localDate('2026-11-25')
const now = anInstant('2026-11-24 10:00')
const claim = (minutes: number) => ({ date: november, minutes, at: now })
const id = (text: string) => text as BookingId

const taken: FreeHours = { [monthOf(november)]: { [id('a')]: claim(60), [id('b')]: claim(90) } }

test('four free hours a month, less what bookings of that month have taken', () => {
  const left = (date: string) => freeMinutesLeft({ papers, free: taken }, tariff, localDate(date))
  expect(left('2026-11-30')).toBe(90)
  expect(left('2026-12-01')).toBe(240)
})

test('none for a family whose papers nobody has seen', () =>
  expect(freeMinutesLeft({ free: taken }, tariff, november)).toBe(0))

test('a repeated attempt does not count its own claim against itself', () =>
  expect(freeMinutesLeft({ papers, free: taken }, tariff, november, [id('b')])).toBe(180))

test('less than nothing is nothing, when the tariff gives fewer than were taken', () =>
  expect(freeMinutesLeft({ papers, free: taken }, aTariff({ freeMinutes: 60 }), november)).toBe(0))

test('a claim is added under its booking, and months long past are dropped', () => {
  const old: FreeHours = { ...taken, [monthOf(localDate('2026-09-01'))]: { [id('z')]: claim(60) } }
  const free = withClaims(old, november, { [id('c')]: claim(30) }, now)
  expect(Object.keys(free)).toEqual(['2026-11'])
  expect(Object.keys(free[monthOf(november)] ?? {})).toEqual(['a', 'b', 'c'])
})
