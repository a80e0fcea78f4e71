import { changeMessage, noticeMessage, offerMessage } from '../../miniprogram/domain/message'
import {
  dueOf,
  isPointless,
  placeInLine,
  quietUntil,
  settledAs,
} from '../../miniprogram/domain/outbox'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const NIGHT = anInstant('2026-11-25 22:10')
const MORNING = anInstant('2026-11-26 07:30')
const TOMORROW = localDate('2026-11-26')
const care = (span: string) => ({
  childNames: ['小雨'],
  date: TOMORROW,
  span: aSpan(span),
  bookingId: 'b1',
})

describe('Nobody is woken by what can wait', () => {
  test.each([
    ['2026-11-25 21:59', undefined],
    ['2026-11-25 22:00', '2026-11-26 07:30'],
    ['2026-11-26 00:00', '2026-11-26 07:30'],
    ['2026-11-26 07:29', '2026-11-26 07:30'],
    ['2026-11-26 07:30', undefined],
  ])('at %s it is quiet until %s', (now, until) =>
    expect(quietUntil(anInstant(now))).toBe(until && anInstant(until)),
  )

  test('by day a message leaves at once', () =>
    expect(dueOf({}, anInstant('2026-11-25 14:00'))).toBe(anInstant('2026-11-25 14:00')))

  test('a notice of the evening waits for the morning', () => {
    const notice = noticeMessage({ title: '停水', text: '周五' }, TOMORROW, localTime('22:10'))
    expect(dueOf(notice, NIGHT)).toBe(MORNING)
  })

  test('one that closes the point does not wait', () => {
    const urgent = { title: '今天闭园', text: '台风', urgent: true }
    const notice = noticeMessage(urgent, localDate('2026-11-25'), localTime('22:10'))
    expect(dueOf(notice, NIGHT)).toBe(NIGHT)
  })

  test('a cancelled place at half past eight is told at night, one at ten in the morning', () => {
    expect(dueOf(changeMessage(care('8:30-11:00'), '取消', '台风'), NIGHT)).toBe(NIGHT)
    expect(dueOf(changeMessage(care('10:00-11:00'), '取消', '台风'), NIGHT)).toBe(MORNING)
  })

  test('an offer that is over in ten minutes is told at once', () =>
    expect(dueOf(offerMessage(care('10:00-11:00'), anInstant('2026-11-25 22:20')), NIGHT)).toBe(
      NIGHT,
    ))

  test('a point may have other quiet hours', () => {
    const quiet = { from: localTime('21:00'), to: localTime('08:00') }
    expect(dueOf({}, anInstant('2026-11-25 21:30'), quiet)).toBe(anInstant('2026-11-26 08:00'))
  })
})

test('a message is pointless from the moment at which it is good for nothing', () => {
  const expiresAt = anInstant('2026-11-26 09:00')
  expect(isPointless({ expiresAt }, anInstant('2026-11-26 08:59'))).toBe(false)
  expect(isPointless({ expiresAt }, expiresAt)).toBe(true)
  expect(isPointless({}, expiresAt)).toBe(false)
})

describe('After a try', () => {
  test('a clear failure is tried again after 1, 5, 30 and 120 minutes, then no more', () => {
    const minutes = [1, 2, 3, 4, 5].map((tries) => {
      const { state, due } = settledAs('again', tries, NIGHT)
      expect(state).toBe('failed')
      return due && (due - NIGHT) / 60_000
    })
    expect(minutes).toStrictEqual([1, 5, 30, 120, undefined])
  })

  test.each(['sent', 'refused', 'unknown'] as const)('%s is the end of it', (outcome) =>
    expect(settledAs(outcome, 1, NIGHT)).toEqual({ state: outcome }),
  )

  test('what will be wrong the next time, too, is not tried again', () =>
    expect(settledAs('wrong', 1, NIGHT)).toEqual({ state: 'failed' }))
})

test('urgent messages stand before everything that waits', () => {
  const line = [placeInLine(NIGHT, false), placeInLine(MORNING, true)]
  expect(Math.min(...line)).toBe(placeInLine(MORNING, true))
})
