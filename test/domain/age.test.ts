import fc from 'fast-check'
import { ageInMonths } from '../../miniprogram/domain/age'
import { addDays, addMonths, dateOf, localDate, type Instant } from '../../miniprogram/domain/time'

const age = (born: string, on: string) => ageInMonths(localDate(born), localDate(on))

test.each([
  ['2024-09-08', '2026-09-07', 23, 'the day before the second birthday'],
  ['2024-09-07', '2026-09-07', 24, 'on the second birthday'],
  ['2024-08-31', '2024-09-29', 0, 'born on the 31st, the day before the month ends'],
  ['2024-08-31', '2024-09-30', 1, 'born on the 31st, on the last day of a short month'],
  ['2024-02-29', '2025-02-27', 11, 'a leap-day child, the day before'],
  ['2024-02-29', '2025-02-28', 12, 'a leap-day child in a common year'],
  ['2024-02-29', '2025-03-01', 12, 'and the day after'],
  ['2026-09-07', '2026-09-07', 0, 'newborn'],
  ['2026-09-08', '2026-09-07', -1, 'not born yet'],
])('born %s, on %s: %i months, %s', (born, on, months) => expect(age(born, on)).toBe(months))

test('a child never gets younger, and gains each month on exactly one day', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
      fc.integer({ min: 0, max: 1500 }),
      (born, days) => {
        const birthDate = dateOf(born as Instant)
        const on = addDays(birthDate, days)
        const months = ageInMonths(birthDate, on)
        expect(ageInMonths(birthDate, addDays(on, 1)) - months).toBeGreaterThanOrEqual(0)
        expect(addMonths(birthDate, months) <= on).toBe(true)
        expect(addMonths(birthDate, months + 1) > on).toBe(true)
      },
    ),
  ))
