import fc from 'fast-check'
import { decideBooking } from '../../miniprogram/domain/decide-booking'
import {
  isUrgent,
  opened,
  openingsOf,
  releasedOf,
  releasedPercent,
  urgentAt,
  type Tranche,
} from '../../miniprogram/domain/release'
import { localTime, type Instant } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'

/** A week ahead 70 %, the evening before 20 %, two hours before the doors the rest. */
const WEEK_EVENING_URGENT: readonly Tranche[] = [
  { daysBefore: 7, at: localTime('20:00'), percent: 70 },
  { daysBefore: 1, at: localTime('20:00'), percent: 20 },
  { minutesBefore: 120, percent: 10 },
]
const release = openingsOf(WEEK_EVENING_URGENT, MONDAY, aSpan('9:00-12:00'))
const places = (limit: number, now: string) => releasedOf(limit, { release }, anInstant(now))

describe('The places of Monday the 7th', () => {
  test.each([
    ['2026-08-31 19:59', 0, 0],
    ['2026-08-31 20:00', 13, 70],
    ['2026-09-06 19:59', 13, 70],
    ['2026-09-06 20:00', 16, 90],
    ['2026-09-07 06:59', 16, 90],
    ['2026-09-07 07:00', 19, 100],
  ])('at %s so many of nineteen are open: %i', (now, count, percent) => {
    expect(places(19, now)).toBe(count)
    expect(releasedPercent({ release }, anInstant(now))).toBe(percent)
  })

  test('each share is rounded down, so a single place waits for the last tranche', () => {
    expect(places(1, '2026-09-06 20:00')).toBe(0)
    expect(places(1, '2026-09-07 07:00')).toBe(1)
  })

  test('a day without tranches is open whole', () => {
    expect(releasedOf(19, {}, anInstant('2026-01-01'))).toBe(19)
    expect(isUrgent({}, anInstant('2026-01-01'))).toBe(false)
  })

  test('are urgent places once the last tranche is open', () => {
    expect(urgentAt({ release })).toBe(anInstant('2026-09-07 07:00'))
    expect(isUrgent({ release }, anInstant('2026-09-07 06:59'))).toBe(false)
    expect(isUrgent({ release }, anInstant('2026-09-07 07:00'))).toBe(true)
  })

  test('of a drawn tranche stay closed until the draw is done', () => {
    const [first, evening, urgent] = WEEK_EVENING_URGENT
    const drawn = openingsOf(
      [first!, { ...evening!, drawMinutes: 120 }, urgent!],
      MONDAY,
      aSpan('9:00-12:00'),
    )
    expect(drawn[1]?.draw).toEqual({ from: anInstant('2026-09-06 18:00') })
    const late = anInstant('2026-09-06 20:05')
    expect(releasedOf(19, { release: drawn }, late)).toBe(13)
    expect(releasedOf(19, opened({ release: drawn }, 1), late)).toBe(16)
  })
})

test('more time never closes a place, and in the end all of them are open', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 700 }),
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 2 }),
      (percents, limit, [a = 0, b = 0]) => {
        const whole = percents.reduce((sum, each) => sum + each, 0)
        let sum = 0
        const day = {
          release: percents.map((percent, n) => {
            sum += percent
            return { opensAt: n as Instant, percent: Math.round((sum * 100) / whole) }
          }),
        }
        const [early, late] = [Math.min(a, b) as Instant, Math.max(a, b) as Instant]
        expect(releasedOf(limit, day, early)).toBeLessThanOrEqual(releasedOf(limit, day, late))
        expect(releasedOf(limit, day, 10 as Instant)).toBe(limit)
      },
    ),
  ))

describe('A booking on a day that is released in tranches', () => {
  const site = { release: WEEK_EVENING_URGENT }
  const oneCarer = aDay({ site, carers: { big: 1 } })
  const children = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      childId: `kid-${n}` as never,
      groupId: 'big' as never,
      load: 5,
    }))
  const book = (here: number, now: string, count = 1) =>
    decideBooking({
      day: withChildren(oneCarer, children(here), aSpan('9:00-12:00')),
      children: Array.from({ length: count }, (_, n) => aChild({ id: `family-${n}` })),
      span: aSpan('9:00-11:00'),
      now: anInstant(now),
      hasPlace: () => false,
    })

  test('hears before the first tranche when that opens', () =>
    expect(book(0, '2026-08-31 12:00')).toEqual({
      ok: false,
      refusal: { code: 'not_released', opensAt: anInstant('2026-08-31 20:00') },
    }))

  test('takes what is open, and then hears when the next place opens', () => {
    // One carer, seven places: 35 shares of load, 24 of them open at first, which is four children.
    expect(book(3, '2026-09-01 12:00').ok).toBe(true)
    expect(book(4, '2026-09-01 12:00')).toMatchObject({
      refusal: { code: 'not_released', opensAt: anInstant('2026-09-06 20:00') },
    })
    expect(book(4, '2026-09-06 20:00').ok).toBe(true)
    expect(book(6, '2026-09-06 20:00')).toMatchObject({
      refusal: { code: 'not_released', opensAt: anInstant('2026-09-07 07:00') },
    })
  })

  test('of two children names the tranche that has room for both', () =>
    expect(book(5, '2026-09-01 12:00', 2)).toMatchObject({
      refusal: { code: 'not_released', opensAt: anInstant('2026-09-07 07:00') },
    }))

  test('is told that it is full when no tranche to come would help', () =>
    expect(book(7, '2026-09-01 12:00')).toMatchObject({ refusal: { code: 'session_full' } }))

  test('is led to the draw where the next places are drawn', () => {
    const [first, evening, urgent] = WEEK_EVENING_URGENT
    const drawn = { release: [first!, { ...evening!, drawMinutes: 120 }, urgent!] }
    const day = withChildren(
      aDay({ site: drawn, carers: { big: 1 } }),
      children(4),
      aSpan('9:00-12:00'),
    )
    expect(
      decideBooking({
        day,
        children: [aChild()],
        span: aSpan('9:00-11:00'),
        now: anInstant('2026-09-02 12:00'),
        hasPlace: () => false,
      }),
    ).toMatchObject({
      refusal: {
        code: 'draw_pending',
        from: anInstant('2026-09-06 18:00'),
        closesAt: anInstant('2026-09-06 20:00'),
      },
    })
  })
})

describe('The longest span', () => {
  const day = aDay({ site: { longestMinutes: 120 } })
  const book = (span: string) =>
    decideBooking({
      day,
      children: [aChild()],
      span: aSpan(span),
      now: anInstant('2026-09-06 12:00'),
      hasPlace: () => false,
    })

  test('may be booked, and nothing longer', () => {
    expect(book('9:00-11:00').ok).toBe(true)
    expect(book('9:00-11:30')).toEqual({
      ok: false,
      refusal: { code: 'span_too_long', maximumMinutes: 120 },
    })
  })
})
