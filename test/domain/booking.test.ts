import type { Reservation } from '../../miniprogram/domain/day'
import { bookingOf, isAhead, type BookingState } from '../../miniprogram/domain/booking'
import type { BookingId, SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { priceOf } from '../../miniprogram/domain/price'
import { BIG } from '../support/a-site'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const span = aSpan('9:00-11:00')
const reservation: Reservation = {
  state: 'booked',
  childId: 'family-1' as never,
  householdId: 'family' as never,
  groupId: BIG.id,
  span,
  load: 5,
  quote: priceOf({ span, tariff: aTariff(), resident: false, sibling: false }),
  rev: 1,
  bookedAt: anInstant('2026-09-05 10:00'),
}
const copy = (more: Partial<Reservation> = {}) =>
  bookingOf('yucun' as SiteId, MONDAY, 'attempt-1' as BookingId, { ...reservation, ...more })

test('the readable copy says when it begins, and keeps the occupancy to the day', () => {
  expect(copy()).toMatchObject({
    id: 'attempt-1',
    date: MONDAY,
    startsAt: anInstant('2026-09-07 09:00'),
    quote: { totalFen: 3000 },
  })
  expect(copy()).not.toHaveProperty('load')
})

test('a copy of the same reservation is always the same', () => expect(copy()).toEqual(copy()))

test('a fee stands on it only when there is one', () => {
  expect(copy()).not.toHaveProperty('cancelFen')
  expect(copy({ cancelFen: fen(500) }).cancelFen).toBe(500)
})

const ahead = (state: BookingState, now: string) =>
  isAhead({ date: MONDAY, span, state }, anInstant(now))

describe('a booking is ahead', () => {
  test('until its time is over', () => {
    expect(ahead('booked', '2026-09-07 10:59')).toBe(true)
    expect(ahead('booked', '2026-09-07 11:00')).toBe(false)
  })
  test('as long as the child is inside, however late', () =>
    expect(ahead('inside', '2026-09-07 13:00')).toBe(true))
  test('not once it is cancelled or the child has gone home', () => {
    expect(ahead('cancelled', '2026-09-06 09:00')).toBe(false)
    expect(ahead('gone', '2026-09-07 10:00')).toBe(false)
  })
})
