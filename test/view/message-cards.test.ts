import { fen } from '../../miniprogram/domain/money'
import { bookedMessage, noticeMessage } from '../../miniprogram/domain/message'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { messageCardsOf } from '../../miniprogram/view/message-cards'
import { anInstant } from '../support/an-instant'
import { aSpan } from '../support/a-span'

const now = anInstant('2026-11-25 14:00')

test('a notice is known by its own title, a booking by what it is', () => {
  const notice = noticeMessage(
    { title: '周五闭园', text: '消毒' },
    localDate('2026-11-25'),
    localTime('13:59'),
  )
  const date = localDate('2026-11-26')
  const booked = bookedMessage(
    { childNames: ['小雨'], date, span: aSpan('9:00-11:00'), bookingId: 'b1' },
    fen(2700),
  )
  const cards = messageCardsOf(
    [
      { id: '1', ...notice, at: anInstant('2026-11-25 13:59'), read: false },
      { id: '2', ...booked, at: anInstant('2026-11-24 20:00'), read: true },
    ],
    now,
  )
  expect(cards.map(({ title, when, fresh }) => [title, when, fresh])).toEqual([
    ['周五闭园', '今天 13:59', true],
    ['预约成功', '昨天 20:00', false],
  ])
  expect(cards[0]?.lines.map(({ label }) => label)).toEqual(['说明', '时间'])
  expect(cards[1]?.lines.map(({ label, text }) => `${label} ${text}`)).toEqual([
    '孩子 小雨',
    '服务 临时看护',
    '时间 11 月 26 日 周四 9:00',
    '费用 ¥27.00',
  ])
  expect(cards.map(({ page, action }) => [page, action])).toEqual([
    ['', ''],
    ['pages/booking-show/booking-show?id=b1', '看预约'],
  ])
})

test('stories that cost nothing are known by their title', () => {
  const booked = bookedMessage(
    {
      childNames: ['小雨'],
      date: localDate('2026-11-26'),
      span: aSpan('10:00-10:30'),
      bookingId: 'b1',
      session: { title: '月亮睡了吗', accompanied: false },
    },
    fen(0),
  )
  const [card] = messageCardsOf([{ id: '1', ...booked, at: now, read: false }], now)
  expect(card?.lines.map(({ label, text }) => `${label} ${text}`)).toEqual([
    '孩子 小雨',
    '服务 《月亮睡了吗》',
    '时间 11 月 26 日 周四 10:00',
    '费用 免费',
  ])
})
