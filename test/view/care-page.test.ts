import { fen } from '../../miniprogram/domain/money'
import type { Month } from '../../miniprogram/domain/month'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { careViewOf, settled, type CareState } from '../../miniprogram/view/care-page'
import { aSpan } from '../support/a-span'
import { aBooking, evening, taken, tariff, viewChild, viewDay } from './view-day'

const state = (over: Partial<CareState> = {}): CareState =>
  settled({
    week: [viewDay(), viewDay({ date: '2026-11-27' }), viewDay({ date: '2026-11-28' })],
    bookings: [],
    children: [viewChild(), viewChild({ name: '小晴', id: 'h1-2' })],
    registered: true,
    papersSeen: true,
    shareTaken: {},
    tariff,
    now: evening,
    childIds: [],
    ...over,
  })

test('the page opens on the first day with room, for the first child, and asks for a time', () => {
  const view = careViewOf(state())
  expect(view.selected).toBe('2026-11-26')
  expect(view.kids.map(({ name, age, selected }) => [name, age, selected])).toEqual([
    ['小雨', '2 岁 1 个月', true],
    ['小晴', '2 岁 1 个月', false],
  ])
  expect(view).toMatchObject({ button: '请选时间', ready: false, bill: null })
})

test('the bill follows the finger: hours, children and the saving against the market', () => {
  const span = aSpan('9:00-11:00')
  expect(careViewOf(state({ span, date: localDate('2026-11-26') }))).toMatchObject({
    summary: '明天 9:00–11:00 · 2 小时',
    button: '下一步 · ¥27',
    ready: true,
    bill: { saved: '比市场省 ¥93' },
  })
  const both = state({ span, date: localDate('2026-11-26') })
  const two = careViewOf(settled({ ...both, childIds: both.children.map(({ id }) => id) }))
  expect(two.button).toBe('下一步 · ¥48.60')
})

test('hours that no longer stand are dropped when the places are asked anew', () => {
  const chosen = state({ span: aSpan('9:00-11:00'), date: localDate('2026-11-26') })
  const full = taken(viewDay(), aSpan('10:00-10:30'), { children: 14, load: 70 })
  expect(settled({ ...chosen, week: [full] }).span).toBeUndefined()
})

test('a day of rest says so and leads to the next day with room', () => {
  const week = [viewDay({ date: '2026-11-28' }), viewDay({ date: '2026-11-30' })]
  const view = careViewOf(state({ week, date: localDate('2026-11-28') }))
  expect(view).toMatchObject({ button: '这天约不了', ready: false, cells: [] })
  expect(view.nothing).toMatchObject({ title: '这天休息', other: { label: '看周一' } })
})

test('a child who is too old is named, and picture books are offered instead', () => {
  const view = careViewOf(state({ children: [viewChild({ months: 36 })] }))
  expect(view.nothing).toMatchObject({ title: '小雨：孩子长大了', next: { act: 'stories' } })
})

test('a newcomer sees the places and is led to register, then to add a child', () => {
  const newcomer = careViewOf(state({ registered: false, children: [] }))
  expect(newcomer).toMatchObject({ act: 'register', ready: true })
  expect(newcomer.cells[0]?.word).toBe('还有 14')
  expect(careViewOf(state({ children: [] }))).toMatchObject({ act: 'addChild', ready: true })
})

test('a family whose papers nobody has seen and that holds a booking is told before it chooses', () => {
  const view = careViewOf(state({ papersSeen: false, bookings: [aBooking()] }))
  expect(view.stop).toMatchObject({ title: '先来一次，再多约', next: { act: 'bookings' } })
  expect(careViewOf(state({ papersSeen: false })).stop).toBeNull()
})

test('a half hour that was asked about tells its reason', () => {
  const week = [taken(viewDay(), aSpan('10:00-10:30'), { children: 14, load: 70 })]
  const asked = localTime('10:00')
  const date = localDate('2026-11-26')
  const view = careViewOf({ ...state({ week, date }), asked })
  expect(view.note?.text).toBe('托大班有 2 位老师在岗，已接满 14 位。')
})

test('a family that owes more than the limit hears it before it chooses a time', () => {
  expect(careViewOf(state({ owedFen: fen(30_001) })).stop).toMatchObject({
    title: '先付清账单，再约下一次',
    next: { act: 'statement' },
  })
  expect(careViewOf(state({ owedFen: fen(30_000) })).stop).toBeNull()
})

test('the bill follows the price list of the day, and what is left of the free hours', () => {
  const dear = { ...tariff, version: 'dear', hourFen: fen(2000), freeMinutes: 120 }
  const week = [
    viewDay({ date: '2026-11-26' }),
    { ...viewDay({ date: '2026-11-27' }), tariffVersion: 'dear' },
  ]
  const month = '2026-11' as Month
  const chosen = {
    week,
    tariffs: [tariff, dear],
    span: aSpan('9:00-11:00'),
    freeUsed: { [month]: 60 },
  }
  const on = (date: string) => careViewOf(state({ ...chosen, date: localDate(date) })).bill?.total
  expect([on('2026-11-26'), on('2026-11-27')]).toEqual(['¥27', '¥18'])
})
