import fc from 'fast-check'
import type { DayBook } from '../../miniprogram/domain/day'
import { NO_CHANGE, changed, type DayChange } from '../../miniprogram/domain/day-change'
import { cancelledOf } from '../../miniprogram/domain/decide-cancellation'
import type { BookingId } from '../../miniprogram/domain/ids'
import { offersFor } from '../../miniprogram/domain/match-waits'
import { fen } from '../../miniprogram/domain/money'
import { settled } from '../../miniprogram/domain/settle-day'
import { MINUTE, later } from '../../miniprogram/domain/time'
import type { Wait } from '../../miniprogram/domain/wait'
import { aDay } from '../support/a-day'
import { aReservation, aWait, held, withReservations, withWaits } from '../support/a-reservation'
import { BIG } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const NOW = anInstant('2026-09-06 12:00')

/** One place in 托大班, from nine to twelve. */
const onePlace = () => aDay({ site: { groups: [{ ...BIG, cap: 1 }] }, carers: { big: 1 } })
const taken = (family: string, span: string) => aReservation({ family, span: aSpan(span) })

/** A day that is full in the drawn half hours and for which these families wait. */
const morning = (busy: readonly [string, string][], ...waits: readonly Wait[]): DayBook =>
  withWaits(
    withReservations(onePlace(), ...busy.map(([family, span]) => taken(family, span))),
    ...waits,
  )

const cancelling = (day: DayBook, family: string): DayChange => {
  const id = family as BookingId
  const before = day.reservations[id]
  if (!before) throw new Error(`${family} has no place`)
  return { moves: [{ id, before, after: cancelledOf(before, fen(0), NOW) }], waits: [] }
}

/** Who is offered what, `family 9:00–11:00`. */
const offered = ({ waits }: DayChange): string[] =>
  waits.flatMap(({ key, after }) =>
    after?.offer ? [`${key} ${after.offer.span.from}–${after.offer.span.to}`] : [],
  )

test('a place that is given back becomes the hold of the family that waits for it, in the same change', () => {
  const day = morning([['busy', '9:00-12:00']], aWait({ family: 'waiting' }))
  const change = settled(day, cancelling(day, 'busy'), NOW)
  expect(offered(change)).toEqual(['waiting 09:00–11:00'])
  const after = changed(day, change, NOW)
  const hold = after.reservations['wait-waiting-1' as BookingId]
  expect(hold).toMatchObject({
    state: 'held',
    until: later(NOW, 10 * MINUTE),
    offer: 'wait-waiting',
  })
  expect(after.slots).toMatchObject({ '0900': { children: 1 }, '1130': { children: 0 } })
  expect(after.holds).toEqual({ 'wait-waiting-1': later(NOW, 10 * MINUTE) })
})

test('the gap goes to whom it fits best, whoever asked first', () => {
  const one = aWait({ family: 'one-hour', minutes: 60, askedAt: anInstant('2026-09-05 08:00') })
  const two = aWait({ family: 'two-hours', minutes: 120 })
  const day = morning(
    [
      ['early', '9:00-11:00'],
      ['late', '11:00-12:00'],
    ],
    one,
    two,
  )
  expect(offered(settled(day, cancelling(day, 'early'), NOW))).toEqual(['two-hours 09:00–11:00'])
})

test('only hours as scarce as the gap count: a family gets what was given back, not what anybody could have', () => {
  const two = aDay({ site: { groups: [{ ...BIG, cap: 2 }] }, carers: { big: 1 } })
  const full = withReservations(two, taken('busy', '10:00-11:30'), taken('other', '10:00-11:30'))
  const day = withWaits(full, aWait({ family: 'waiting', within: '9:30-12:00', minutes: 60 }))
  expect(offered(settled(day, cancelling(day, 'busy'), NOW))).toEqual(['waiting 10:00–11:00'])
})

test('of two whom it fits alike the one that asked first gets it, then the one that has booked less', () => {
  const first = aWait({
    family: 'first',
    askedAt: anInstant('2026-09-05 08:00'),
    shareMinutes: 600,
  })
  const second = aWait({ family: 'second', askedAt: anInstant('2026-09-05 09:00') })
  const day = morning(
    [
      ['busy', '9:00-11:00'],
      ['late', '11:00-12:00'],
    ],
    second,
    first,
  )
  expect(offered(settled(day, cancelling(day, 'busy'), NOW))).toEqual(['first 09:00–11:00'])
  const often = aWait({ family: 'often', shareMinutes: 240 })
  const seldom = aWait({ family: 'seldom', shareMinutes: 120 })
  const other = morning(
    [
      ['busy', '9:00-11:00'],
      ['late', '11:00-12:00'],
    ],
    often,
    seldom,
  )
  expect(offered(settled(other, cancelling(other, 'busy'), NOW))).toEqual(['seldom 09:00–11:00'])
})

test('what is left of a gap goes to the next whom it suits', () => {
  const two = aWait({ family: 'two-hours' })
  const one = aWait({ family: 'one-hour', minutes: 60, askedAt: anInstant('2026-09-05 08:00') })
  const day = morning([['busy', '9:00-12:00']], one, two)
  expect(offered(settled(day, cancelling(day, 'busy'), NOW)).sort()).toEqual([
    'one-hour 11:00–12:00',
    'two-hours 09:00–11:00',
  ])
})

test('a family gets only hours within its own', () => {
  const late = aWait({ family: 'late', within: '10:00-12:00', minutes: 60 })
  const day = morning(
    [
      ['busy', '9:00-10:00'],
      ['other', '10:00-12:00'],
    ],
    late,
  )
  expect(offered(settled(day, cancelling(day, 'busy'), NOW))).toEqual([])
  expect(offered(settled(day, cancelling(day, 'other'), NOW))).toEqual(['late 10:00–11:00'])
})

test('siblings are offered places only together', () => {
  const alone = aWait({ family: 'siblings' })
  const other = aWait({ family: 'other' })
  const both = [...alone.places, ...other.places]
  const waiting = aWait({ family: 'siblings', places: both })
  const day = morning([['busy', '9:00-12:00']], waiting)
  expect(offered(settled(day, cancelling(day, 'busy'), NOW))).toEqual([])
})

test('a child that has a place elsewhere that day is offered no second one there', () => {
  const wait = aWait({ family: 'waiting', minutes: 60 })
  const room = aDay({ site: { groups: [{ ...BIG, cap: 1 }] }, carers: { big: 1 } })
  const day = withWaits(
    withReservations(room, taken('waiting', '9:00-10:00'), taken('busy', '10:00-12:00')),
    wait,
  )
  expect(offered(settled(day, cancelling(day, 'busy'), NOW))).toEqual(['waiting 10:00–11:00'])
})

test('an offer that nobody takes ends that asking and passes on', () => {
  const first = aWait({ family: 'first', askedAt: anInstant('2026-09-05 08:00') })
  const second = aWait({ family: 'second' })
  const day = morning(
    [
      ['busy', '9:00-11:00'],
      ['late', '11:00-12:00'],
    ],
    first,
    second,
  )
  const offering = changed(day, settled(day, cancelling(day, 'busy'), NOW), NOW)
  const early = later(NOW, 10 * MINUTE - 1)
  expect(settled(offering, NO_CHANGE, early)).toEqual(NO_CHANGE)
  const over = later(NOW, 10 * MINUTE)
  const passing = settled(offering, NO_CHANGE, over)
  expect(offered(passing)).toEqual(['second 09:00–11:00'])
  const after = changed(offering, passing, over)
  expect(Object.keys(after.waits ?? {})).toEqual(['second'])
  expect(Object.keys(after.holds ?? {})).toEqual(['wait-second-1'])
})

test('a hold whose time is up keeps nobody out, before any timer has run', () => {
  const day = withReservations(
    onePlace(),
    held(NOW, { family: 'reading', span: aSpan('9:00-12:00') }),
  )
  const waiting = withWaits(day, aWait({ family: 'waiting' }))
  expect(offered(settled(waiting, NO_CHANGE, NOW))).toEqual(['waiting 09:00–11:00'])
  expect(settled(waiting, NO_CHANGE, later(NOW, -1))).toEqual(NO_CHANGE)
})

test('a gap that another way has opened finds whoever waits, too: more carers came', () => {
  const wait = aWait({ family: 'waiting' })
  expect(offered(offersFor(withWaits(aDay(), wait), NOW))).toEqual(['waiting 09:00–11:00'])
})

test('nothing is offered that begins before the offer ends', () => {
  const wait = aWait({ family: 'waiting', minutes: 60 })
  const day = withWaits(onePlace(), wait)
  expect(offered(offersFor(day, anInstant('2026-09-07 09:25')))).toEqual(['waiting 10:00–11:00'])
  expect(offered(offersFor(day, anInstant('2026-09-07 10:51')))).toEqual([])
})

const askings = fc.uniqueArray(
  fc.record({
    family: fc.integer({ min: 1, max: 9 }),
    halfHours: fc.integer({ min: 2, max: 6 }),
    hour: fc.integer({ min: 8, max: 10 }),
    shareMinutes: fc.integer({ min: 0, max: 3 }).map((times) => times * 60),
  }),
  { minLength: 1, maxLength: 9, selector: ({ family }) => family },
)

test('whatever is asked: a gap goes to whom it fits best, then who asked first, then who has booked less', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), askings, (gap, asks) => {
      const until = 540 + gap * 30
      const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${minutes % 60 ? '30' : '00'}`
      const waits = asks.map(({ family, halfHours, hour, shareMinutes }) =>
        aWait({
          family: `family-${family}`,
          minutes: halfHours * 30,
          shareMinutes,
          askedAt: anInstant(`2026-09-05 0${Math.min(hour, 9)}:${hour === 10 ? '30' : '00'}`),
        }),
      )
      const rest: [string, string][] = gap === 6 ? [] : [['stays', `${clock(until)}-12:00`]]
      const day = morning([['leaves', `9:00-${clock(until)}`], ...rest], ...waits)
      const [first] = offered(settled(day, cancelling(day, 'leaves'), NOW))
      const [best] = waits
        .filter(({ minutes }) => minutes <= gap * 30)
        .sort(
          (a, b) =>
            b.minutes - a.minutes ||
            a.askedAt - b.askedAt ||
            a.shareMinutes - b.shareMinutes ||
            (a.householdId < b.householdId ? -1 : 1),
        )
      expect(first?.split(' ')[0]).toBe(best?.householdId)
    }),
  ))
