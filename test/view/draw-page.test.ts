import { commitmentOf, drawOrder } from '../../miniprogram/domain/draw'
import type { RequestId } from '../../miniprogram/domain/ids'
import {
  drawPageOf,
  recomputedWords,
  type DrawFacts,
  type Mine,
} from '../../miniprogram/view/draw-page'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { thursday, viewChild } from './view-day'

const seed = 'oak-tree'
const requestIds = ['aaaaaa11', 'bbbbbb22', 'cccccc33'] as RequestId[]
const [own = '' as RequestId] = requestIds
const order = drawOrder(seed, requestIds)
const open: DrawFacts = {
  date: thursday,
  from: anInstant('2026-11-25 18:00'),
  closesAt: anInstant('2026-11-25 20:00'),
  commitment: commitmentOf(seed),
  state: 'open',
  results: {},
  requestIds,
}
const done: DrawFacts = {
  ...open,
  state: 'done',
  seed,
  order,
  results: Object.fromEntries(
    order.map((id, index) => [id, index < 2 ? 'booked' : 'session_full']),
  ),
}
const children = [viewChild()]
const mine: Mine = { requestId: own, childIds: [viewChild().id], span: aSpan('9:00-11:00') }
const at = (draw: DrawFacts, now: string, own: Mine | null = mine) =>
  drawPageOf(draw, own ?? undefined, children, anInstant(now))

test('says when requests are taken, and takes them only then', () => {
  expect(at(open, '2026-11-25 17:00', null)).toMatchObject({
    state: '今天 18:00 开始报名，今天 20:00 开奖。',
    mayJoin: false,
  })
  expect(at(open, '2026-11-25 19:00', null)).toMatchObject({
    title: '11 月 26 日 周四 抽签',
    state: '今天 20:00 前报名，报名早晚都一样。',
    count: '3 家报名',
    mayJoin: true,
    mayLeave: false,
  })
  expect(at(open, '2026-11-25 20:00')).toMatchObject({
    state: '正在开奖，一两分钟就好。',
    mayJoin: false,
    mayLeave: false,
  })
})

test('a family sees what it asked for under its number, and may leave', () =>
  expect(at(open, '2026-11-25 19:00')).toMatchObject({
    mine: '小雨 · 9:00–11:00，号码 aaaaaa',
    mayLeave: true,
    lots: [],
    seed: '',
  }))

test('afterwards the order stands there, without names, the own number marked', () => {
  const { lots } = at(done, '2026-11-25 20:01', { requestId: own })
  expect(lots.map(({ place, result }) => `${place} ${result}`)).toEqual([
    '1 约上了',
    '2 约上了',
    '3 约满了',
  ])
  expect(lots.filter((lot) => lot.mine).map(({ id }) => id)).toEqual([own])
})

test('the phone recomputes it, and says so when something was bent', () => {
  expect(recomputedWords(done)).toMatchObject({ fair: true })
  expect(recomputedWords({ ...done, order: order.toReversed() })).toMatchObject({ fair: false })
  expect(recomputedWords(open)).toMatchObject({ fair: false })
})
