import { reservationsOf, type ReservationState } from '../../miniprogram/domain/day'
import {
  cancelFeeOf,
  cancelledByPoint,
  decideCancellation,
  decidePointCancellation,
  freeCancelUntil,
} from '../../miniprogram/domain/decide-cancellation'
import { fen } from '../../miniprogram/domain/money'
import { priceOf } from '../../miniprogram/domain/price'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { localTime } from '../../miniprogram/domain/time'
import { anInstant } from '../support/an-instant'
import { bookedOn } from '../support/booked-on'

const span = aSpan('9:00-11:00')
const tariff = aTariff({ lateCancelFen: fen(500) })
const quote = priceOf({ span, tariff, resident: false, sibling: false })

/** Cancelling nine to eleven on Monday. */
const cancel = (now: string, state: ReservationState = 'booked') =>
  decideCancellation(MONDAY, { state, span, quote }, tariff, anInstant(now))

test('cancelling is free until 20:00 on the evening before', () => {
  expect(freeCancelUntil(MONDAY, tariff)).toBe(anInstant('2026-09-06 20:00'))
  expect(cancel('2026-09-06 19:59')).toEqual({ ok: true, value: { feeFen: 0 } })
  expect(cancel('2026-09-06 20:00')).toEqual({ ok: true, value: { feeFen: 500 } })
})

test('it is possible until the minute before the child was expected', () => {
  expect(cancel('2026-09-07 08:59').ok).toBe(true)
  expect(cancel('2026-09-07 09:00')).toEqual({ ok: false, refusal: { code: 'already_started' } })
})

test('a child who is inside or gone home cannot be cancelled', () => {
  for (const state of ['inside', 'gone'] as const)
    expect(cancel('2026-09-06 12:00', state)).toEqual({
      ok: false,
      refusal: { code: 'already_started' },
    })
})

test('cancelling twice says so', () =>
  expect(cancel('2026-09-07 12:00', 'cancelled')).toEqual({
    ok: false,
    refusal: { code: 'already_cancelled' },
  }))

test('cancelling late never costs more than coming', () =>
  expect(cancelFeeOf(MONDAY, fen(300), tariff, anInstant('2026-09-07 08:00'))).toBe(300))

describe('when the point cancels', () => {
  test('it costs nothing, however late, and the family reads why', () => {
    const now = anInstant('2026-09-07 10:00')
    const day = bookedOn(aDay(), [{ who: 'An', span: '9:00-11:00' }])
    const [, before] = reservationsOf(day)[0]!
    expect(cancelledByPoint(before, '台风停园', now)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'point',
      cancelWhy: '台风停园',
      cancelFen: 0,
      rev: 2,
    })
  })

  test('it can do so until the child is there', () => {
    expect(decidePointCancellation({ state: 'booked' })).toEqual({ ok: true, value: { feeFen: 0 } })
    for (const [state, code] of [
      ['inside', 'already_started'],
      ['gone', 'already_started'],
      ['cancelled', 'already_cancelled'],
    ] as const)
      expect(decidePointCancellation({ state })).toEqual({ ok: false, refusal: { code } })
  })
})

test('a tariff may have more steps, each with its own cost', () => {
  const stepped = aTariff({
    cancelSteps: [
      { daysBefore: 1, time: localTime('20:00'), fen: fen(0) },
      { daysBefore: 0, time: localTime('07:00'), fen: fen(300) },
    ],
    lateCancelFen: fen(1000),
  })
  const fee = (now: string) => cancelFeeOf(MONDAY, fen(3000), stepped, anInstant(now))
  expect(['2026-09-06 19:59', '2026-09-07 06:59', '2026-09-07 07:00'].map(fee)).toEqual([
    0, 300, 1000,
  ])
})
