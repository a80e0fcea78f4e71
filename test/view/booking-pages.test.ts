import { billOf } from '../../miniprogram/domain/bill'
import type { BookingId, ChildId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { cancelCostsOf, freeCancelUntil } from '../../miniprogram/domain/decide-cancellation'
import { billViewOf } from '../../miniprogram/view/bill'
import { bookingCardOf, bookingSectionsOf } from '../../miniprogram/view/booking-card'
import { bookingPageOf } from '../../miniprogram/view/booking-page'
import { foldWord } from '../../miniprogram/view/price-line'
import { careFromQuery, careLinkOf } from '../../miniprogram/view/care-link'
import { confirmViewOf, type ConfirmState } from '../../miniprogram/view/confirm-page'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { aBooking, evening, tariff, thursday, viewChild, viewDay } from './view-day'

const kids = [viewChild(), viewChild({ name: '小晴', id: 'h1-2' })]
const nameOf = (id: ChildId) => kids.find((kid) => kid.id === id)?.name ?? ''
const book = (id: string, from: string, to: string, more = {}) =>
  aBooking({ id: id as BookingId, span: aSpan(`${from}-${to}`), ...more })
const span = aSpan('9:00-11:00')
const idsOf = (count: number) => kids.slice(0, count).map(({ id }) => id)

test('a bill gives every line its reason and compares with the market', () => {
  const view = billViewOf(billOf(idsOf(1), span, tariff, true), () => '小雨')
  expect(view.lines.map(({ label, note, amount }) => [label, note, amount])).toEqual([
    ['2 小时 × ¥15', '', '¥30.00'],
    ['本社区居民', '九折', '−¥3.00'],
  ])
  expect(view).toMatchObject({ total: '¥27', totalExact: '¥27.00', saved: '比市场省 ¥93' })
})

test('siblings share a bill that names each of them', () => {
  const view = billViewOf(billOf(idsOf(2), span, tariff, false), nameOf)
  expect(view.lines.map(({ child, amount }) => [child, amount])).toEqual([
    ['小雨', '¥30.00'],
    ['小晴', '¥30.00'],
    ['', '−¥6.00'],
  ])
  expect(view.total).toBe('¥54')
})

test('a discount reads as on a Chinese price tag', () => {
  expect([10, 15, 50, 3].map(foldWord)).toEqual(['九折', '八五折', '五折', '九七折'])
})

test('the chosen care survives the way to the confirm page', () => {
  const care = { date: thursday, span, childIds: idsOf(2), seenFen: 5400 }
  const query = Object.fromEntries(new URLSearchParams(careLinkOf(care).split('?')[1]))
  expect(careFromQuery(query)).toEqual(care)
  expect(careFromQuery({ date: 'nonsense' })).toBeUndefined()
})

const confirm = (over: Partial<ConfirmState> = {}) =>
  confirmViewOf({
    children: [viewChild()],
    day: viewDay(),
    date: thursday,
    span,
    bill: billOf(idsOf(1), span, tariff, true),
    cancelCosts: cancelCostsOf(thursday, fen(2700), tariff),
    papersSeen: true,
    residentPercent: tariff.residentPercent,
    now: evening,
    seenFen: 2700,
    ...over,
  })

test('before booking a guardian reads who, when, where, what it costs and how to cancel', () => {
  expect(confirm()).toMatchObject({
    who: '小雨',
    date: '11 月 26 日 周四',
    span: '9:00–11:00',
    place: '临时看护\u00a0· 托大班\u00a0· 2\u00a0位老师在岗',
    changed: '',
    rule: '11 月 25 日 20:00 前可免费取消；之后取消收 ¥5。',
    button: '预订 2 小时 · ¥27',
  })
})

test('a price other than the one seen is said before it is asked for', () => {
  expect(confirm({ seenFen: 2400 }).changed).toBe('价格变了：刚才是 ¥24，现在是 ¥27。看过再预订。')
})

test('after the free time the rule says what cancelling costs now', () => {
  expect(confirm({ now: anInstant('2026-11-25 20:00') }).rule).toBe(
    '免费取消到 11 月 25 日 20:00 为止，现在取消收 ¥5。',
  )
})

test('a booking reads like a sentence, and its ticket is offered while it opens the door', () => {
  expect(bookingCardOf(aBooking(), kids, evening)).toMatchObject({
    title: '小雨 · 明天 周四',
    detail: '9:00–11:00 · 临时看护',
    state: '已预约 · ¥27',
    hasTicket: true,
  })
  const late = bookingCardOf(aBooking(), kids, anInstant('2026-11-26 11:00'))
  expect(late).toMatchObject({ title: '小雨 · 今天', state: '没有来', hasTicket: false })
})

test('a booking beyond a week says its date, a cancelled one what it cost', () => {
  const far = anInstant('2026-11-12 08:00')
  expect(bookingCardOf(aBooking(), kids, far)).toMatchObject({
    title: '小雨 · 11 月 26 日',
    detail: '周四 9:00–11:00',
  })
  const cancelled = aBooking({ state: 'cancelled', cancelFen: fen(500) })
  expect(bookingCardOf(cancelled, kids, evening).state).toBe('已取消 · 收 ¥5')
})

test('the next booking comes first, and the past is told backwards', () => {
  const now = anInstant('2026-11-26 10:00')
  const sections = bookingSectionsOf(
    [
      book('later', '11:00', '12:00'),
      book('inside', '09:00', '10:30', { state: 'inside', inAt: anInstant('2026-11-26 09:02') }),
      book('missed', '08:30', '09:30'),
      book('cancelled', '09:30', '10:30', { state: 'cancelled', cancelFen: fen(0) }),
    ],
    kids,
    now,
  )
  expect(sections.coming.map(({ id }) => id)).toEqual(['inside', 'later'])
  expect(sections.past.map(({ id }) => id)).toEqual(['cancelled', 'missed'])
  expect(sections.coming[0]?.state).toBe('9:02 已入园 · ¥20.25')
})

test('a class that costs nothing says so, without sums of nothing', () => {
  const { quote, ...booking } = aBooking()
  const facts = {
    booking: { ...booking, quote: { ...quote, lines: [], totalFen: fen(0) } },
    childName: '小雨',
    groupName: '',
    freeCancelUntil: evening,
  }
  expect(bookingPageOf(facts, evening)).toMatchObject({
    totalLabel: '费用',
    bill: { lines: [], totalExact: '免费' },
  })
})

test('cancelling says what it costs before the tap, and afterwards no ticket is left', () => {
  const facts = {
    booking: aBooking(),
    childName: '小雨',
    groupName: '托大班',
    ticket: 'YN1.x',
    freeCancelUntil: freeCancelUntil(thursday, tariff),
  }
  const late = bookingPageOf({ ...facts, cancelFeeFen: fen(500) }, anInstant('2026-11-25 21:00'))
  expect(late.cancel).toMatchObject({ feeFen: 500, label: '取消预约 · 收 ¥5' })
  expect(late.ticket).toBe('YN1.x')
  const free = bookingPageOf({ ...facts, cancelFeeFen: fen(0) }, evening)
  expect(free.cancel?.label).toBe('取消预约 · 免费')
  expect(free.when).toBe('明天 · 11 月 26 日 周四')
  const booking = aBooking({ state: 'cancelled', cancelFen: fen(500) })
  const gone = bookingPageOf({ ...facts, booking }, anInstant('2026-11-25 21:00'))
  expect(gone).toMatchObject({ ticket: '', cancel: null, bill: null, fee: '已取消，按规则收 ¥5。' })
})

test('a booking that the point cancelled says why, and that it costs nothing', () => {
  const booking = aBooking({
    state: 'cancelled',
    cancelledBy: 'point',
    cancelWhy: '台风停园',
    cancelFen: fen(0),
  })
  const facts = { booking, childName: '小雨', groupName: '托大班', freeCancelUntil: evening }
  expect(bookingPageOf(facts, evening).fee).toBe('托育点取消了，不收费。原因：台风停园。')
})
