import { billOf } from '../../miniprogram/domain/bill'
import type { BookingId } from '../../miniprogram/domain/ids'
import {
  bookableOf,
  sessionPageOf,
  type SessionAsk,
  type SessionFacts,
} from '../../miniprogram/view/session-page'
import { aChild } from '../support/a-child'
import { aSession } from '../support/a-session'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-09-06 10:00')
const child = aChild()
const tariff = aTariff()
const ask: SessionAsk = {
  children: [child],
  chosen: [child.id],
  quote: null,
  waitFacts: { children: [child], tariff, papersSeen: true, now },
}
const page = (
  session: Parameters<typeof aSession>[0] = {},
  more: Partial<SessionFacts> = {},
  asked: Partial<SessionAsk> = {},
) =>
  sessionPageOf(
    { now, session: aSession(session), roomName: '绘本角', books: [], booked: [], ...more },
    { ...ask, ...asked },
  )

test('says what it is, where, with whom and for whom', () => {
  expect(page({ accompanied: true }).lines.map(({ text }) => text)).toEqual([
    '绘本角',
    '阿May（深港妈妈）',
    '普通话',
    '18 个月到 3 岁',
    '请家长全程陪同',
    '免费',
  ])
})

test.each([
  [{ free: 6 }, '还有 6 个名额', 'leaf', '一共 10 个名额'],
  [{ free: 2, limit: 'carers' }, '还有 2 个名额', 'sun', ''],
  [{ free: 0 }, '约满了', 'coral', '一共 10 个名额'],
  [{ free: 0, limit: 'carers' }, '约满了', 'coral', '在岗的老师照顾不过来了'],
  [{ off: '台风停园' }, '这一场取消了', 'coral', '台风停园'],
  [{ span: '9:00-9:30', date: '2026-09-06' }, '已经结束', 'sun', ''],
] as const)('%j: %s', (session, places, tone, limit) => {
  expect(page(session as never)).toMatchObject({ places, tone, limit })
})

test('the button names who is booked and what it costs', () => {
  const bill = billOf([child.id], aSession().span, tariff, false, 0, 'reading')
  expect(page({}, {}, { quote: { bill, cancelCosts: [] } }).button).toBe('预约 小雨 · 免费')
  expect(page().button).toBe('')
})

test('only children of the right age who are not booked yet can be chosen', () => {
  const older = aChild({ id: 'family-2', months: 40 })
  const facts = { session: aSession(), booked: [] }
  expect(bookableOf(facts, [child, older]).map(({ id }) => id)).toEqual([child.id])
  const booked = [{ childId: child.id, bookingId: 'b' as BookingId }]
  expect(bookableOf({ ...facts, booked }, [child])).toEqual([])
  expect(page({}, { booked }).mine).toEqual([{ bookingId: 'b', text: '小雨 已经约好了' }])
})
