import { fen } from '../../miniprogram/domain/money'
import type { BookingId, SeriesId, SiteId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { seriesCardsOf, seriesPageOf, type Series } from '../../miniprogram/view/series-page'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { aBooking, evening, thursday, viewChild } from './view-day'

const series = (over: Partial<Series> = {}): Series => ({
  id: 's1' as SeriesId,
  siteId: 'yucun' as SiteId,
  childIds: [viewChild().id],
  weekdays: [4, 2],
  span: aSpan('9:00-11:00'),
  weeks: 2,
  mode: 'each',
  seenTotalFen: fen(2700),
  askedAt: evening,
  state: 'stands',
  days: {
    [thursday]: { state: 'booked', bookingIds: ['b1' as BookingId] },
    [localDate('2026-12-01')]: { state: 'refused', why: 'session_full' },
    [localDate('2026-12-03')]: { state: 'waiting', until: anInstant('2026-11-26 20:00') },
  },
  ...over,
})
const children = [viewChild()]

test('says day by day what became of it, and leads to what is booked', () => {
  const view = seriesPageOf({ series: series(), bookings: [aBooking()] }, children, evening)
  expect(view).toMatchObject({
    title: '每周二、周四 9:00–11:00',
    who: '小雨',
    sum: '约上 1 次，还等 1 次，1 次没约上 · 每次 ¥27',
    cancel: null,
  })
  expect(view.days.map(({ when, word, bookingId }) => [when, word, bookingId])).toEqual([
    ['11 月 26 日 周四', '已预约', 'b1'],
    ['12 月 1 日 周二', '约满了', ''],
    ['12 月 3 日 周四', '明天 20:00 放位，自动约', ''],
  ])
})

test('a visit that was cancelled alone shows so', () => {
  const bookings = [aBooking({ state: 'cancelled' })]
  const view = seriesPageOf({ series: series(), bookings }, children, evening)
  expect(view.days[0]).toMatchObject({ word: '已取消', tone: 'none' })
})

test('the cost of cancelling the rest is said before the tap', () => {
  const facts = { series: series(), bookings: [aBooking()] }
  expect(seriesPageOf({ ...facts, cancelFeeFen: fen(500) }, children, evening).cancel).toEqual({
    label: '取消后面的 · 收 ¥5',
    ask: '已约好的 1 次取消，收 ¥5；等放位的 1 次不再等。',
    feeFen: 500,
  })
  expect(seriesPageOf({ ...facts, cancelFeeFen: fen(0) }, children, evening).cancel?.label).toBe(
    '取消后面的 · 免费',
  )
})

test('the list holds those of which something is to come', () => {
  expect(seriesCardsOf([series()], children, evening)).toMatchObject([
    {
      id: 's1',
      title: '每周二、周四 9:00–11:00',
      detail: '小雨 · 约上 1 次，还等 1 次，1 次没约上',
    },
  ])
  expect(seriesCardsOf([series({ state: 'cancelled' })], children, evening)).toEqual([])
  expect(seriesCardsOf([series()], children, anInstant('2026-12-04 10:00'))).toEqual([])
})
