import type { ReservationState } from '../../miniprogram/domain/day'
import {
  cancelFeeOf,
  decideCancellation,
  freeCancelUntil,
} from '../../miniprogram/domain/decide-cancellation'
import { fen } from '../../miniprogram/domain/money'
import { priceOf } from '../../miniprogram/domain/price'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const span = aSpan('9:00-11:00')
const tariff = aTariff({ lateCancelFen: fen(500) })
const quote = priceOf({ span, tariff, resident: false, sibling: false })

/** Cancelling nine to eleven on Monday. */
const cancel = (now: string, state: ReservationState = 'booked') =>
  decideCancellation(MONDAY, { state, span, quote }, tariff, anInstant(now))

test('cancelling is free until 20:00 on the evening before', () => {
  expect(freeCancelUntil(MONDAY)).toBe(anInstant('2026-09-06 20:00'))
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
