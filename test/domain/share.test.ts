import { decideCare } from '../../miniprogram/domain/decide-care'
import { shareLeftOf, weekOf, type Share } from '../../miniprogram/domain/share'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

/** Ten hours a week. */
const site = {
  weekMinutes: 600,
  release: [
    { daysBefore: 7, at: localTime('20:00'), percent: 90 },
    { minutesBefore: 120, percent: 10 },
  ],
}
const day = aDay({ site })
const shareOf = (minutes: number): Share => ({ [MONDAY]: { minutes, of: {} } })
const book = (taken: number, { now = '2026-09-06 12:00', count = 1 } = {}) =>
  decideCare({
    day,
    household: { share: shareOf(taken) },
    children: Array.from({ length: count }, (_, n) => aChild({ id: `family-${n}` })),
    span: aSpan('9:00-11:00'),
    tariff: aTariff(),
    now: anInstant(now),
  })

test('a week runs from Monday to Sunday', () => {
  expect(weekOf(localDate('2026-09-07'))).toBe('2026-09-07')
  expect(weekOf(localDate('2026-09-13'))).toBe('2026-09-07')
  expect(weekOf(localDate('2026-09-14'))).toBe('2026-09-14')
})

test('a family books to the last minute of its share and not over it', () => {
  expect(book(480).ok).toBe(true)
  expect(book(510)).toEqual({
    ok: false,
    refusal: {
      code: 'share_used',
      leftMinutes: 90,
      urgentAt: anInstant('2026-09-07 07:00'),
    },
  })
})

test('two children take twice as much', () => {
  expect(book(360, { count: 2 }).ok).toBe(true)
  expect(book(390, { count: 2 })).toMatchObject({ refusal: { code: 'share_used' } })
})

test('urgent places are free of the share', () =>
  expect(book(600, { now: '2026-09-07 07:00' }).ok).toBe(true))

test('what was booked of another week does not count', () => {
  const other = { [localDate('2026-09-14')]: { minutes: 600, of: {} } }
  const decided = decideCare({
    day,
    household: { share: other },
    children: [aChild()],
    span: aSpan('9:00-11:00'),
    tariff: aTariff(),
    now: anInstant('2026-09-06 12:00'),
  })
  expect(decided.ok).toBe(true)
})

test('where the site sets no share there is no limit', () =>
  expect(shareLeftOf(aDay(), 100_000, anInstant('2026-09-06 12:00'))).toBeUndefined())
