import fc from 'fast-check'
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  instantOf,
  isLocalDate,
  isLocalTime,
  localDate,
  localTime,
  minutesOf,
  timeAt,
  timeOf,
  weekdayOf,
  type Instant,
  type LocalDate,
} from '../../miniprogram/domain/time'
import { anInstant } from '../support/an-instant'

const minutes = fc.integer({ min: 0, max: 1439 })
const dates = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((ms) => dateOf(ms as Instant))

describe('a date and a time', () => {
  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-9-7', '2026-09-07T00:00', '', '七月'])(
    '%j is no date',
    (text) => {
      expect(isLocalDate(text)).toBe(false)
      expect(() => localDate(text)).toThrow(RangeError)
    },
  )

  test('a leap day is a date in its year', () => expect(isLocalDate('2028-02-29')).toBe(true))

  test.each(['24:01', '25:00', '9:00', '09:60', '0900', ''])('%j is no time of day', (text) => {
    expect(isLocalTime(text)).toBe(false)
    expect(() => localTime(text)).toThrow(RangeError)
  })

  test('a day may end at 24:00', () => expect(minutesOf(localTime('24:00'))).toBe(1440))

  test('9:00 in Shanghai is 1:00 in UTC, in winter and in summer', () => {
    expect(anInstant('2026-01-15 09:00')).toBe(Date.UTC(2026, 0, 15, 1))
    expect(anInstant('2026-07-15 09:00')).toBe(Date.UTC(2026, 6, 15, 1))
  })

  test('the day changes at midnight in Shanghai, not in UTC', () => {
    const midnight = Date.UTC(2026, 8, 7, 16) as Instant
    expect([dateOf(midnight), timeOf(midnight)]).toEqual(['2026-09-08', '00:00'])
    expect(dateOf((midnight - 1) as Instant)).toBe('2026-09-07')
    expect(instantOf(localDate('2026-09-07'), localTime('24:00'))).toBe(midnight)
  })
})

describe('counting on the calendar', () => {
  test('a month after the 31st is the last day where the 31st is missing', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(localDate('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(localDate('2026-08-31'), 18)).toBe('2028-02-29')
  })

  test('the day after New Year’s Eve is in the next year', () =>
    expect(addDays(localDate('2026-12-31'), 1)).toBe('2027-01-01'))

  test('7 September 2026 is a Monday and the 13th a Sunday', () => {
    expect(weekdayOf(localDate('2026-09-07'))).toBe(1)
    expect(weekdayOf(localDate('2026-09-13'))).toBe(7)
  })

  test('a day is one day also where the host’s clocks change', () => {
    for (const date of ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01'].map(localDate)) {
      expect(daysBetween(date, addDays(date, 1))).toBe(1)
      expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date))
    }
  })
})

describe('properties', () => {
  test('an instant made of a date and a time reads back as them', () =>
    fc.assert(
      fc.property(dates, minutes, (date, minute) => {
        const instant = instantOf(date, timeAt(minute))
        expect(dateOf(instant)).toBe(date)
        expect(minutesOf(timeOf(instant))).toBe(minute)
      }),
    ))

  test('every date we make is a date, and days add and subtract', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const other = addDays(date, days)
        expect(isLocalDate(other)).toBe(true)
        expect(daysBetween(date, other)).toBe(days)
        expect(addDays(other, -days)).toBe(date)
        expect((weekdayOf(date) - 1 + (days % 7) + 7) % 7).toBe(weekdayOf(other) - 1)
      }),
    ))

  test('dates in order as text are in order in time', () =>
    fc.assert(fc.property(dates, dates, (a, b) => expect(a < b).toBe(daysBetween(a, b) > 0))))

  test('nothing that is not a date passes for one', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), (text) => {
        const exists = new Date(`${text}T00:00Z`)
        const real = !Number.isNaN(exists.getTime()) && exists.toISOString().slice(0, 10) === text
        // Years before 100 exist, but are no one's birthday.
        expect(isLocalDate(text)).toBe(real && text >= '0100')
      }),
    ))
})

test('a date is only text: it survives JSON', () => {
  const date: LocalDate = localDate('2026-09-07')
  expect(JSON.parse(JSON.stringify({ date }))).toEqual({ date: '2026-09-07' })
})
