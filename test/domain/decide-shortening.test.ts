import fc from 'fast-check'
import type { ReservationState } from '../../miniprogram/domain/day'
import { decideShortening, shortenedOf } from '../../miniprogram/domain/decide-shortening'
import { sumOf } from '../../miniprogram/domain/money'
import { timeAt } from '../../miniprogram/domain/time'
import { MONDAY } from '../support/a-day'
import { aReservation } from '../support/a-reservation'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const tariff = aTariff()
const booked = aReservation({ span: aSpan('9:00-12:00') })
const shorten = (span: string, now = '2026-09-06 12:00', reservation = booked) =>
  decideShortening(MONDAY, reservation, aSpan(span), { tariff, now: anInstant(now) })

test('in the free time only the shorter time is billed, from either end', () => {
  expect(shorten('9:00-11:00')).toMatchObject({ value: { feeFen: 0, quote: { totalFen: 3000 } } })
  expect(shorten('10:30-12:00')).toMatchObject({ value: { feeFen: 0, quote: { totalFen: 2250 } } })
})

test('later the given-up part costs like a late cancellation, as a line of the bill', () => {
  expect(shorten('9:00-11:00', '2026-09-06 20:00')).toMatchObject({
    value: {
      feeFen: 500,
      quote: {
        lines: [
          { why: 'hours', fen: 3000 },
          { why: 'given_up', fen: 500 },
        ],
        totalFen: 3500,
      },
    },
  })
})

test('shortening twice keeps what the first one cost', () => {
  const late = '2026-09-06 20:00'
  const once = shorten('9:00-11:00', late)
  if (!once.ok) throw new Error('refused')
  const again = shortenedOf(booked, aSpan('9:00-11:00'), once.value.quote)
  expect(shorten('9:00-10:00', late, again)).toMatchObject({
    value: { feeFen: 500, quote: { totalFen: 1500 + 1000 } },
  })
})

test('a booking cannot be moved, made longer, or made shorter than an hour', () => {
  expect(shorten('9:00-12:00')).toMatchObject({ refusal: { code: 'not_shorter' } })
  expect(shorten('8:30-10:00')).toMatchObject({ refusal: { code: 'not_shorter' } })
  expect(shorten('9:00-9:30')).toMatchObject({ refusal: { code: 'span_too_short' } })
  expect(shorten('9:00-10:15')).toMatchObject({ refusal: { code: 'span_off_grid' } })
})

test('once it has begun it is too late', () => {
  expect(shorten('9:00-11:00', '2026-09-07 09:00')).toMatchObject({
    refusal: { code: 'already_started' },
  })
  const inside: ReservationState = 'inside'
  expect(shorten('9:00-11:00', '2026-09-06 12:00', { ...booked, state: inside })).toMatchObject({
    refusal: { code: 'already_started' },
  })
})

test('a shorter booking never costs more than the longer one, and its lines add up', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 2, max: 5 }),
      fc.boolean(),
      fc.boolean(),
      (start, length, isLate, resident) => {
        const from = timeAt(540 + start * 30)
        const to = timeAt(Math.min(720, 540 + (start + length) * 30))
        const lines = resident
          ? [...booked.quote.lines, { why: 'resident' as const, percent: 20, fen: -900 as never }]
          : booked.quote.lines
        const before = {
          ...booked,
          quote: { ...booked.quote, lines, totalFen: sumOf(lines.map((line) => line.fen)) },
        }
        const now = anInstant(isLate ? '2026-09-06 22:00' : '2026-09-06 10:00')
        const decided = decideShortening(MONDAY, before, { from, to }, { tariff, now })
        if (!decided.ok) return
        const { quote } = decided.value
        expect(quote.totalFen).toBeLessThanOrEqual(before.quote.totalFen)
        expect(quote.totalFen).toBe(sumOf(quote.lines.map((line) => line.fen)))
      },
    ),
  ))
