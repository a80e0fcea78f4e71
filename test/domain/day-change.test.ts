import fc from 'fast-check'
import type { DayBook, Reservation } from '../../miniprogram/domain/day'
import { NO_CHANGE, changed, joined } from '../../miniprogram/domain/day-change'
import { cancelledOf } from '../../miniprogram/domain/decide-cancellation'
import { decideCare } from '../../miniprogram/domain/decide-care'
import { decideWait } from '../../miniprogram/domain/decide-wait'
import { heldOf, holdUntil } from '../../miniprogram/domain/hold'
import type { BookingId, HouseholdId, WaitId } from '../../miniprogram/domain/ids'
import { fitOf } from '../../miniprogram/domain/match-waits'
import { fen } from '../../miniprogram/domain/money'
import { settled } from '../../miniprogram/domain/settle-day'
import type { Span } from '../../miniprogram/domain/span'
import { MINUTE, later, timeAt, type Instant } from '../../miniprogram/domain/time'
import { isWaiting } from '../../miniprogram/domain/wait'
import { aChild } from '../support/a-child'
import { aDay } from '../support/a-day'
import { aReservation } from '../support/a-reservation'
import { bookFaults } from '../support/book-faults'
import { anInstant } from '../support/an-instant'
import { aTariff } from '../support/a-tariff'

const START = anInstant('2026-09-06 12:00')
const spans = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .map(([from, length]): Span => {
    const to = Math.min(6, from + length)
    return { from: timeAt(540 + from * 30), to: timeAt(540 + to * 30) }
  })
const acts = fc.array(
  fc.record({
    act: fc.constantFrom('hold', 'book', 'cancel', 'wait', 'accept', 'leave', 'sleep'),
    family: fc.integer({ min: 1, max: 8 }),
    months: fc.constantFrom(20, 30),
    span: spans,
    minutes: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 50 },
)
const plans = fc.record({
  places: fc.integer({ min: 1, max: 4 }),
  little: fc.integer({ min: 0, max: 1 }),
  big: fc.integer({ min: 0, max: 1 }),
})
type Act = typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never

/** What one family does, decided as the functions decide it. */
function after(
  day: DayBook,
  { act, family, months, span }: Act,
  now: Instant,
  turn: number,
): DayBook {
  const householdId = `family-${family}` as HouseholdId
  const children = [aChild({ id: `${householdId}-1`, months })]
  const id = `turn-${turn}` as BookingId
  const lapsed = settled(day, NO_CHANGE, now)
  const mine = Object.entries(day.reservations).find(([, each]) => each.householdId === householdId)
  const wait = day.waits?.[householdId]
  if (act === 'sleep') return changed(day, lapsed, now)
  if (act === 'hold' || act === 'book') {
    const left = changed(day, lapsed, now)
    const decided = decideCare({ day: left, household: {}, children, span, tariff: aTariff(), now })
    const [place] = decided.ok ? decided.value.placements : []
    if (!place) return day
    const { groupId, load } = place
    const booked = aReservation({ family: householdId, groupId, load, span, bookedAt: now })
    const holding = { householdId, span, tariffVersion: '', until: holdUntil(now), now }
    const made: Reservation = act === 'book' ? booked : heldOf(place, holding)
    return changed(
      day,
      joined(lapsed, { moves: [{ id, before: undefined, after: made }], waits: [] }),
      now,
    )
  }
  if (act === 'cancel' && mine?.[1].state === 'booked') {
    const [bookingId, before] = mine
    const moves = [{ id: bookingId as BookingId, before, after: cancelledOf(before, fen(0), now) }]
    return changed(day, settled(day, { moves, waits: [] }, now), now)
  }
  if (act === 'wait') {
    const ask = { household: { id: householdId }, id: id as string as WaitId, shareMinutes: 0 }
    const decided = decideWait({ day, ...ask, children, within: span, minutes: 60, now })
    if (!decided.ok) return day
    const waits = [{ key: householdId, before: wait, after: decided.value }]
    return changed(day, { moves: [], waits }, now)
  }
  if (wait?.offer && wait.offer.until > now && (act === 'accept' || act === 'leave')) {
    const moves = wait.offer.ids.map((offered) => {
      const before = day.reservations[offered]
      if (!before) throw new Error('an offer holds nothing')
      const { until: _until, offer: _offer, ...kept } = before
      const booked: Reservation = { ...kept, state: 'booked', rev: 1 }
      return { id: offered, before, after: act === 'accept' ? booked : undefined }
    })
    const waits = [{ key: householdId, before: wait, after: undefined }]
    return changed(day, settled(day, { moves, waits }, now), now)
  }
  return day
}

test('whatever families hold, book, cancel, wait for, accept and let lapse, every limit holds and nothing leaks', () =>
  fc.assert(
    fc.property(plans, acts, ({ places, little, big }, list) => {
      let day = aDay({ site: { places }, carers: { little, big } })
      let now = START
      for (const [turn, act] of list.entries()) {
        now = later(now, act.minutes * MINUTE)
        day = after(day, act, now, turn)
        expect(bookFaults(day)).toEqual([])
      }
    }),
  ))

test('after the day was settled no hold of the past stands and nobody waits for a place that is free', () =>
  fc.assert(
    fc.property(plans, acts, ({ places, little, big }, list) => {
      let day = aDay({ site: { places }, carers: { little, big } })
      let now = START
      for (const [turn, act] of list.entries()) {
        now = later(now, act.minutes * MINUTE)
        day = after(day, act, now, turn)
      }
      const rested = changed(day, settled(day, NO_CHANGE, now), now)
      expect(Object.values(rested.holds ?? {}).filter((until) => until <= now)).toEqual([])
      const waiting = Object.values(rested.waits ?? {}).filter((wait) =>
        isWaiting(wait, rested.date, now),
      )
      expect(waiting.filter((wait) => fitOf(rested, wait, now))).toEqual([])
      expect(settled(rested, NO_CHANGE, now)).toEqual(NO_CHANGE)
    }),
  ))

test('a gap goes to the best fit: nobody else who waits would leave less of it over', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 6 }),
      (lengths) => {
        const day = aDay({ site: { places: 1 }, carers: { big: 1 } })
        const waits = Object.fromEntries(
          lengths.map((length, index) => {
            const family = `family-${index}`
            const place = { childId: `${family}-1`, groupId: 'big', load: 5 }
            const within = { from: timeAt(540), to: timeAt(720) }
            const askedAt = later(START, index)
            const wait = { id: family, householdId: family, childIds: [place.childId], within }
            return [
              family,
              { ...wait, minutes: length * 30, askedAt, shareMinutes: 0, places: [place] },
            ]
          }),
        )
        const change = settled({ ...day, waits } as unknown as DayBook, NO_CHANGE, START)
        const [first] = change.waits
        const longest = Math.max(...lengths)
        expect(first?.key).toBe(`family-${lengths.indexOf(longest)}`)
      },
    ),
  ))
