import { localDate, localTime } from '../../miniprogram/domain/time'
import { dayAskOf, type DayFacts } from '../../miniprogram/view/day-ask'
import { slotGridOf } from '../../miniprogram/view/slot-grid'
import { slotNoteOf } from '../../miniprogram/view/slot-note'
import { weekStripOf } from '../../miniprogram/view/week-strip'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { aBooking, evening, taken, thursday, viewChild, viewDay } from './view-day'

const askOf = (over: Partial<DayFacts> = {}) =>
  dayAskOf({ day: viewDay(), children: [viewChild()], bookings: [], now: evening, ...over })
const words = (over: Partial<DayFacts> = {}) =>
  slotGridOf(askOf(over), undefined).map((cell) => `${cell.clock} ${cell.word}`)

test('every half hour says how many more children like this one it takes', () => {
  const day = taken(viewDay(), aSpan('10:00-11:00'), { children: 12, load: 60 })
  expect(words({ day })).toEqual([
    '9:00 还有 14',
    '9:30 还有 14',
    '10:00 仅剩 2',
    '10:30 仅剩 2',
    '11:00 还有 14',
    '11:30 还有 14',
  ])
})

test('a half hour that is full, closed or already booked says which', () => {
  const date = localDate('2026-11-26')
  const closures = [{ date, span: aSpan('11:00-11:30'), why: 'cleaning' }]
  const day = taken(viewDay({ closures }), aSpan('10:00-10:30'), { children: 14, load: 70 })
  const bookings = [aBooking({ span: aSpan('9:00-10:00') })]
  expect(words({ day, bookings })).toEqual([
    '9:00 已约',
    '9:30 已约',
    '10:00 已满',
    '10:30 还有 14',
    '11:00 消毒',
    '11:30 还有 14',
  ])
})

test('one place left is not enough for two siblings, and the cell says so', () => {
  const day = taken(viewDay(), aSpan('9:00-12:00'), { children: 13, load: 65 })
  const children = [viewChild(), viewChild({ name: '小晴', id: 'h1-2' })]
  const [first] = slotGridOf(askOf({ day, children }), undefined)
  expect(first).toMatchObject({ word: '只剩 1', tone: 'full' })
})

test('half hours that have begun are gone', () => {
  expect(words({ now: anInstant('2026-11-26 10:00') })[0]).toBe('10:30 还有 14')
})

test('neighbours that are full for the same reason are told as one, with the next day that has room', () => {
  const day = taken(viewDay(), aSpan('10:00-11:30'), { carers: 1, children: 7, load: 35 })
  const week = [askOf({ day }), askOf({ day: viewDay({ date: '2026-11-27' }) })]
  expect(slotNoteOf(askOf({ day }), localTime('10:30'), week)).toEqual({
    span: '10:00–11:30',
    text: '托大班有 1 位老师在岗，已接满 7 位。',
    other: { date: '2026-11-27', label: '看周五' },
    full: true,
    mine: false,
  })
})

test('the week says where there is room, little room, none, and a day of rest', () => {
  const full = { children: 14, load: 70 }
  const week = [
    viewDay(),
    taken(viewDay({ date: '2026-11-27' }), aSpan('9:00-11:00'), full),
    viewDay({ date: '2026-11-28' }),
    taken(viewDay({ date: '2026-11-30' }), aSpan('9:00-12:00'), full),
  ].map((day) => askOf({ day }))
  expect(weekStripOf(week, thursday).map(({ weekday, day, word }) => [weekday, day, word])).toEqual(
    [
      ['明天', '26', '有位'],
      ['周五', '27', '少'],
      ['周六', '28', '休'],
      ['周一', '30', '满'],
    ],
  )
})

test('someone without a child sees the places as the oldest child would', () => {
  expect(words({ children: [] })[0]).toBe('9:00 还有 14')
})

test('a child grows into the point on a day of the week: until then the days say so', () => {
  const children = [viewChild({ months: 24 })]
  const week = ['2026-11-25', '2026-11-26'].map((date) =>
    askOf({ day: viewDay({ date }), children }),
  )
  expect(weekStripOf(week, thursday).map(({ word }) => word)).toEqual(['未到', '有位'])
})
