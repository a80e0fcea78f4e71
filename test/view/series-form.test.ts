import type { Day } from '../../miniprogram/domain/day'
import { localDate } from '../../miniprogram/domain/time'
import { seriesFormOf, type SeriesState } from '../../miniprogram/view/series-form'
import { aSpan } from '../support/a-span'
import { aBooking, evening, taken, tariff, viewChild, viewDay } from './view-day'

/** Thursday the 26th, Friday and the Thursday after are planned; that Thursday opens on the 26th at 20:00. */
const opensAt = Date.parse('2026-11-26T20:00:00+08:00') as never
const nextThursday: Day = {
  ...viewDay({ date: '2026-12-03' }),
  release: [{ opensAt, percent: 100 }],
}
const state = (over: Partial<SeriesState> = {}): SeriesState => ({
  week: [viewDay(), viewDay({ date: '2026-11-27' }), nextThursday],
  bookings: [],
  children: [viewChild(), viewChild({ name: '小晴', id: 'h1-2' })],
  papersSeen: true,
  shareTaken: {},
  tariff,
  now: evening,
  childIds: [viewChild().id],
  weekdays: [4],
  span: aSpan('9:00-11:00'),
  start: 'now',
  weeks: 4,
  mode: 'each',
  ...over,
})
const daysOf = (over: Partial<SeriesState> = {}) =>
  seriesFormOf(state(over)).days.map(({ when, word }) => `${when}：${word}`)

test('each day says what will become of it', () =>
  expect(daysOf()).toEqual([
    '11 月 26 日 周四：可以约',
    '12 月 3 日 周四：明天 20:00 放位，自动约',
    '12 月 10 日 周四：放位后自动约',
    '12 月 17 日 周四：放位后自动约',
  ]))

test('a full day is skipped, or keeps all of them from being booked', () => {
  const full = taken(viewDay(), aSpan('10:00-10:30'), { children: 14, load: 70 })
  const week = [full, viewDay({ date: '2026-11-27' }), nextThursday]
  const over = { week, weekdays: [4, 5] as const, weeks: 1 }
  expect(daysOf(over)).toEqual(['11 月 26 日 周四：约满了', '11 月 27 日 周五：可以约'])
  expect(seriesFormOf(state(over))).toMatchObject({ button: '约上 1 次 · ¥27', ready: true })
  expect(seriesFormOf(state({ ...over, mode: 'all' }))).toMatchObject({
    button: '有 1 天约不上',
    ready: false,
  })
})

test('the button sums up what is booked now and what is waited for', () => {
  expect(seriesFormOf(state())).toMatchObject({
    button: '约上 1 次，另等 3 次 · ¥27',
    each: '每次 ¥27',
    ready: true,
  })
  expect(seriesFormOf(state({ start: 'next', weeks: 2 }))).toMatchObject({
    button: '登记 2 次，放位后自动约',
  })
  const both = state().children.map(({ id }) => id)
  expect(seriesFormOf(state({ childIds: both, weeks: 1 }))).toMatchObject({
    button: '约上 1 次 · ¥48.60',
  })
})

test('with free hours a month the price is the most that it can come to', () => {
  const free = state({ tariff: { ...tariff, freeMinutes: 120 } })
  expect(seriesFormOf(free)).toMatchObject({
    button: '约上 1 次，另等 3 次 · 最多 ¥27',
    each: '每次最多 ¥27',
  })
})

test('what is missing is asked for', () => {
  expect(seriesFormOf(state({ weekdays: [] }))).toMatchObject({
    button: '请选星期几',
    ready: false,
  })
  expect(seriesFormOf(state({ span: aSpan('11:00-9:00') }))).toMatchObject({
    span: { wrong: '结束要比开始晚至少一小时。' },
    button: '请选时间',
    ready: false,
  })
})

test('only weekdays and times of the point are offered', () => {
  const { weekdays, span } = seriesFormOf(state())
  const { words: times } = span
  expect(weekdays.map(({ label }) => label)).toEqual(['周四', '周五'])
  expect([times[0], times[times.length - 1]]).toEqual(['9:00', '12:00'])
})

test('a child who is there already is told so, and a family on trial books single visits first', () => {
  expect(daysOf({ bookings: [aBooking()], weeks: 1 })).toEqual(['11 月 26 日 周四：已经约好了'])
  const view = seriesFormOf(state({ papersSeen: false }))
  expect(view).toMatchObject({ ready: false, stop: { title: '先来一次，再多约' } })
})

test('the days of one week share what is left of the week', () => {
  const week = [viewDay(), viewDay({ date: '2026-11-27' })].map((day) => ({
    ...day,
    weekMinutes: 300,
  }))
  const shareTaken = { [localDate('2026-11-23')]: 120 }
  expect(daysOf({ week, shareTaken, weekdays: [4, 5], weeks: 1 })).toEqual([
    '11 月 26 日 周四：可以约',
    '11 月 27 日 周五：这一周份额不够',
  ])
})
