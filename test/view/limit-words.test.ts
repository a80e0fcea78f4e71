import { dayAskOf, type DayFacts } from '../../miniprogram/view/day-ask'
import { limitWordsOf } from '../../miniprogram/view/limit-words'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { evening, taken, viewChild, viewDay } from './view-day'

const words = (span: string, over: Partial<DayFacts> = {}) =>
  limitWordsOf(
    dayAskOf({ day: viewDay(), children: [viewChild()], bookings: [], now: evening, ...over }),
    aSpan(span),
  )

test('says what limits the chosen time, and how many it still takes', () => {
  expect(words('9:00-11:00')).toBe('托大班有 2 位老师在岗，还可接 14 位。')
  const day = taken(viewDay(), aSpan('9:00-12:00'), { children: 5, load: 25, carers: 1 })
  expect(words('9:00-11:00', { day })).toBe('托大班有 1 位老师在岗，还可接 2 位。')
})

test('names the tightest half hour where they differ', () => {
  const day = taken(viewDay(), aSpan('10:00-11:00'), { children: 12, load: 60 })
  expect(words('9:00-11:00', { day })).toBe('10:00 起最紧：托大班有 2 位老师在岗，还可接 2 位。')
})

test('names the group’s cap and the room where they are the least', () => {
  const carers = { carers: 9 }
  const group = taken(viewDay(), aSpan('9:00-12:00'), { ...carers, children: 12, load: 60 })
  expect(words('9:00-10:00', { day: group })).toBe('托大班最多 14 位孩子，还可接 2 位。')
  const room = { ...group, places: 13 }
  expect(words('9:00-10:00', { day: room })).toBe('教室最多 13 位孩子，还可接 1 位。')
})

test('says nothing where the child cannot come at all', () =>
  expect(words('9:00-10:00', { children: [viewChild({ months: 40 })] })).toBe(''))

test('says so while only a part of the places is open', () => {
  const release = [
    { opensAt: anInstant('2026-11-19 08:00'), percent: 50 },
    { opensAt: anInstant('2026-11-25 20:00'), percent: 100 },
  ]
  const day = { ...viewDay(), release }
  expect(words('9:00-10:00', { day })).toBe('托大班有 2 位老师在岗，现在开放的还可接 7 位。')
})
