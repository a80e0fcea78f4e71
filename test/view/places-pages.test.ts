import { fen } from '../../miniprogram/domain/money'
import type { ChildId, WaitId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { absencePageOf, appealRowOf } from '../../miniprogram/view/absences'
import { bookingCardOf } from '../../miniprogram/view/booking-card'
import { bookingPageOf } from '../../miniprogram/view/booking-page'
import { countdownOf } from '../../miniprogram/view/countdown'
import { shortenViewOf, stepped, type ShortenState } from '../../miniprogram/view/shorten-page'
import { waitCardOf, waitCardsOf, type Waiting } from '../../miniprogram/view/wait-card'
import { waitFormOf, waitLinkOf, waitStateOf } from '../../miniprogram/view/wait-form'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { aBooking, evening, tariff, thursday, viewChild, viewDay } from './view-day'

const kids = [viewChild()]
const childIds = kids.map(({ id }) => id)

describe('a place that is kept', () => {
  const until = anInstant('2026-11-25 19:05')
  test('counts down in minutes and seconds, rounded so that it never says 0:00', () => {
    expect(countdownOf(until, evening)).toEqual({
      words: '位置为您留到 19:05',
      left: '5:00',
      over: false,
    })
    expect(countdownOf(until, (until - 61_000) as never).left).toBe('1:01')
    expect(countdownOf(until, (until - 1) as never).left).toBe('0:01')
  })

  test('says when time is up, and what that means', () => {
    const over = countdownOf(until, until)
    expect(over).toMatchObject({ left: '', over: true })
    expect(over.words).toContain('可能会被别人约走')
  })

  test('overnight counts hours', () =>
    expect(countdownOf(anInstant('2026-11-26 07:10'), anInstant('2026-11-25 22:30')).left).toBe(
      '8 小时',
    ))
})

describe('a family that waits', () => {
  const wait: Waiting = {
    id: 'w1' as WaitId,
    date: thursday,
    childIds,
    within: aSpan('9:00-12:00'),
    minutes: 120,
    ahead: 2,
  }
  const facts = { children: kids, tariff, papersSeen: true, now: evening }

  test('reads what it waits for and how many are before it', () =>
    expect(waitCardOf(wait, facts)).toMatchObject({
      title: '小雨 · 明天 · 11 月 26 日 周四',
      detail: '9:00–12:00 之间，2 小时',
      position: '前面还有 2 家',
      offer: null,
    }))

  test('that is the next reads so', () =>
    expect(waitCardOf({ ...wait, ahead: 0 }, facts).position).toBe('下一个就是您家'))

  test('sees an offer with its time and its price, before everything else', () => {
    const offer = { span: aSpan('10:00-12:00'), until: anInstant('2026-11-25 19:10') }
    const [first] = waitCardsOf([wait, { ...wait, id: 'w2' as WaitId, offer }], facts)
    expect(first?.offer).toEqual({
      title: '明天 10:00–12:00 有位置了',
      until: '为您留到 19:10，过时让给下一家',
      totalFen: 2700,
      button: '接受 · ¥27',
    })
    const later = { ...facts, now: anInstant('2026-11-25 19:10') }
    expect(waitCardOf({ ...wait, offer }, later).offer).toBeNull()
  })

  test('is offered a place at the price that the free hours of the month leave', () => {
    const offer = { span: aSpan('10:00-12:00'), until: anInstant('2026-11-25 19:10') }
    const free = { ...facts, tariff: { ...tariff, freeMinutes: 120 } }
    const used = { ...free, freeUsed: { '2026-11': 60 } as never }
    expect(waitCardOf({ ...wait, offer }, free).offer?.totalFen).toBe(0)
    expect(waitCardOf({ ...wait, offer }, used).offer?.totalFen).toBe(1350)
  })
})

describe('asking for a place on the list', () => {
  const care = { date: thursday, span: aSpan('10:00-11:00'), childIds }
  const state = waitStateOf(care, viewDay(), kids)!

  test('starts an hour around what was full, within the opening hours', () =>
    expect(waitFormOf(state)).toMatchObject({
      who: '小雨',
      date: '11 月 26 日 周四',
      sentence: '9:00–12:00 之间，任意 1 小时',
      wrong: '',
      ready: true,
    }))

  test('says beside the field when the hours are too short', () =>
    expect(waitFormOf({ ...state, within: aSpan('9:00-10:00'), minutes: 120 })).toMatchObject({
      wrong: '9:00 到 10:00 没有 2 小时',
      ready: false,
    }))

  test('offers every start, end and length of the day', () => {
    const { starts, start, ends, end, lengths, length } = waitFormOf(state)
    expect([starts[start], ends[end], lengths[length]]).toEqual(['9:00', '12:00', '1 小时'])
    expect(starts).toHaveLength(6)
    expect(lengths).toEqual(['1 小时', '1.5 小时', '2 小时', '2.5 小时', '3 小时'])
  })

  test('is reached by a link that carries what was wanted', () =>
    expect(waitLinkOf(care)).toBe(
      '/pages/wait-ask/wait-ask?kids=h1-1&date=2026-11-26&from=10:00&to=11:00&seen=0',
    ))
})

describe('shortening', () => {
  const booking = aBooking({ span: aSpan('9:00-11:00') })
  const state = (over: Partial<ShortenState> = {}): ShortenState => ({
    booking,
    childName: '小雨',
    tariff,
    freeCancelUntil: anInstant('2026-11-25 20:00'),
    now: evening,
    span: booking.span,
    ...over,
  })

  test('asks first what to give up', () =>
    expect(shortenViewOf(state())).toMatchObject({
      title: '小雨 · 9:00–11:00',
      bill: null,
      ready: false,
      can: { fromLater: true, fromEarlier: false, toEarlier: true, toLater: false },
    }))

  test('shows the new bill and what it costs before the tap', () => {
    const free = shortenViewOf(state({ span: aSpan('9:00-10:00') }))
    expect(free).toMatchObject({
      button: '改为 1 小时 · ¥13.50',
      cost: '比原来少 ¥13.50，现在缩短不另收费。',
      totalFen: 1350,
      ready: true,
    })
    const late = shortenViewOf(
      state({ span: aSpan('9:00-10:00'), now: anInstant('2026-11-25 21:00') }),
    )
    expect(late.cost).toBe('比原来少 ¥8.50，其中去掉的时间收 ¥5。')
    expect(late.bill?.lines.map(({ label }) => label)).toContain('过了免费时间才缩短')
  })

  test('goes by half hours, never below an hour nor beyond the booking', () => {
    expect(stepped(state(), 'fromLater')).toEqual(aSpan('9:30-11:00'))
    expect(stepped(state(), 'fromEarlier')).toEqual(aSpan('9:00-11:00'))
    const least = state({ span: aSpan('9:00-10:00') })
    expect(stepped(least, 'fromLater')).toEqual(aSpan('9:00-10:00'))
    expect(stepped(least, 'toEarlier')).toEqual(aSpan('9:00-10:00'))
    expect(stepped(least, 'toLater')).toEqual(aSpan('9:00-10:30'))
  })

  test('too late says why', () => {
    const begun = state({ span: aSpan('9:00-10:00'), now: anInstant('2026-11-26 09:00') })
    expect(shortenViewOf(begun).stop?.title).toBe('已经开始了')
  })
})

describe('a child that did not come', () => {
  const missed = aBooking({ state: 'missed', cancelFen: fen(500) })
  test('reads so on its card and page, with what it costs', () => {
    expect(bookingCardOf(missed, kids, anInstant('2026-11-26 09:40')).state).toBe('没有来 · 收 ¥5')
    const facts = { booking: missed, childName: '小雨', groupName: '托大班' }
    const page = bookingPageOf(
      { ...facts, freeCancelUntil: evening },
      anInstant('2026-11-26 09:40'),
    )
    expect(page).toMatchObject({
      missed: true,
      mayShorten: false,
      ticket: '',
      bill: null,
      fee: '超过 30 分钟没有来，按规则收 ¥5。',
    })
  })

  test('a family reads each day, whether it counts, and until when it may not book', () => {
    const day = { date: thursday, counts: true, mayAppeal: true }
    const page = absencePageOf({
      absences: [
        day,
        { ...day, mayAppeal: false, appeal: { reason: 'ill' } },
        { ...day, answer: { lifted: true, by: '陈老师' }, counts: false, mayAppeal: false },
      ],
      limitedUntil: localDate('2026-12-03'),
    })
    expect(page.limited).toBe('12 月 3 日 周四起可以再约。')
    expect(page.rows.map(({ state }) => state)).toEqual([
      '算一次',
      '已申诉：孩子病了，等老师答复',
      '陈老师看过，不算',
    ])
    expect(page.rows.map(({ mayAppeal }) => mayAppeal)).toEqual([true, false, false])
  })

  test('staff read an appeal as a sentence', () =>
    expect(
      appealRowOf({
        householdId: 'h1',
        date: thursday,
        reason: 'called',
        children: ['小雨'],
        guardians: [],
        counted: 3,
      }),
    ).toMatchObject({
      title: '小雨 · 11 月 26 日 周四',
      reason: '提前打过电话',
      counted: '近 30 天算 3 次。选“不算”，当天的费用也免去',
    }))
})

test('a booking of more than an hour can be shortened while it can be cancelled', () => {
  const facts = {
    childName: '小雨',
    groupName: '',
    freeCancelUntil: evening,
    cancelFeeFen: fen(0),
    childId: 'h1-1' as ChildId,
  }
  const page = (span: string) =>
    bookingPageOf({ ...facts, booking: aBooking({ span: aSpan(span) }) }, evening)
  expect(page('9:00-11:00').mayShorten).toBe(true)
  expect(page('9:00-10:00').mayShorten).toBe(false)
})
