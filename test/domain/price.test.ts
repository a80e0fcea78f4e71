import fc from 'fast-check'
import { fen } from '../../miniprogram/domain/money'
import {
  billedMinutes,
  freeMinutesOf,
  priceOf,
  withLate,
  type Priced,
} from '../../miniprogram/domain/price'
import { localTime, timeAt } from '../../miniprogram/domain/time'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'

const billOf = (span: string, who: Partial<Priced> = {}) =>
  priceOf({ span: aSpan(span), tariff: aTariff(), resident: false, sibling: false, ...who })

describe('billed time', () => {
  test.each([
    [1, 60, 'a visit of a minute is billed as an hour'],
    [60, 60, 'an hour is an hour'],
    [61, 90, 'the second hour’s first half is billed whole once it has begun'],
    [90, 90, 'an hour and a half is exactly that'],
    [91, 120, 'and a minute more is two hours'],
  ])('%i minutes → %i: %s', (minutes, billed) =>
    expect(billedMinutes(minutes, aTariff())).toBe(billed),
  )
})

describe('a bill', () => {
  test('two hours at ¥15 are ¥30, beside ¥120 at the market’s price', () => {
    const bill = billOf('9:00-11:00')
    expect(bill.lines).toEqual([{ why: 'hours', minutes: 120, hourFen: 1500, fen: 3000 }])
    expect([bill.totalFen, bill.marketFen]).toEqual([3000, 12_000])
    expect(bill.tariffVersion).toBe('2026-09')
  })

  test('a resident’s sibling gets the sibling discount on what the resident’s has left', () => {
    const bill = billOf('9:00-11:00', { resident: true, sibling: true })
    expect(bill.lines.map((line) => [line.why, line.fen])).toEqual([
      ['hours', 3000],
      ['resident', -600],
      ['sibling', -240],
    ])
    expect(bill.totalFen).toBe(2160)
  })

  test('a discount of nothing makes no line', () => {
    const tariff = aTariff({ residentPercent: 0 })
    expect(billOf('9:00-11:00', { tariff, resident: true }).lines).toHaveLength(1)
  })

  test('a tariff of an odd number of 分 still gives a whole bill for a half hour', () =>
    expect(billOf('9:00-10:30', { tariff: aTariff({ hourFen: fen(1333) }) }).totalFen).toBe(2000))
})

describe('what a tariff may add', () => {
  const linesOf = (span: string, who: Partial<Priced>) =>
    billOf(span, who).lines.map((line) => [line.why, line.fen])

  test('a step of an hour bills an hour and a half as two', () =>
    expect(billOf('9:00-10:30', { tariff: aTariff({ stepMinutes: 60 }) }).totalFen).toBe(3000))

  test('a resident’s free hours come first, and only as many as the time', () => {
    const resident = { resident: true, tariff: aTariff({ freeMinutes: 120 }) }
    expect(linesOf('9:00-12:00', { ...resident, freeMinutes: 120 })).toEqual([
      ['hours', 4500],
      ['free', -3000],
      ['resident', -300],
    ])
    expect(billOf('9:00-10:00', { ...resident, freeMinutes: 120 })).toMatchObject({ totalFen: 0 })
    expect(linesOf('9:00-10:00', { freeMinutes: 120 })).toEqual([['hours', 1500]])
  })

  test('the hours of a long day are capped, before the discounts', () => {
    const tariff = aTariff({ dayCapFen: fen(9000) })
    expect(linesOf('8:30-17:30', { tariff, resident: true })).toEqual([
      ['hours', 13_500],
      ['cap', -4500],
      ['resident', -1800],
    ])
    expect(linesOf('9:00-11:00', { tariff })).toEqual([['hours', 3000]])
  })

  test('who is there at noon eats, and the meal has no discount', () => {
    const tariff = aTariff({ meal: { at: localTime('12:00'), fen: fen(800) } })
    const noon = { tariff, resident: true }
    expect(linesOf('11:00-13:00', noon)).toEqual([
      ['hours', 3000],
      ['resident', -600],
      ['meal', 800],
    ])
    expect(linesOf('10:00-12:00', noon)).toHaveLength(2)
  })

  test('a class has its own price of an hour and its material', () => {
    const together = billOf('9:00-10:00', { service: 'together' })
    expect(together.lines.map((line) => [line.why, line.fen])).toEqual([
      ['hours', 2000],
      ['material', 1000],
    ])
  })

  test('half an hour of free stories has no lines, keeps the free hours, and is half an hour of the market', () => {
    const resident = { resident: true, sibling: true, freeMinutes: 120 }
    const stories = billOf('10:00-10:30', { service: 'reading', ...resident })
    expect(stories).toMatchObject({ lines: [], totalFen: 0, minutes: 30 })
    expect(stories.marketFen).toBe(aTariff().marketHourFen / 2)
    expect(freeMinutesOf(stories)).toBe(0)
  })

  test.each([
    [0, 0, 'in time'],
    [10, 0, 'ten minutes late are forgiven'],
    [11, 500, 'a minute more is a started quarter'],
    [25, 500, 'the quarter is counted from the end of the grace period'],
    [26, 1000, 'and the next has begun'],
  ])('fetched %i minutes late → %i 分: %s', (lateMinutes, late) =>
    expect(billOf('9:00-11:00', { lateMinutes }).totalFen).toBe(3000 + late),
  )

  test('a kept quote and what being late adds is what the price would have been', () => {
    const who = { resident: true, sibling: true }
    expect(withLate(billOf('9:00-11:00', who), aTariff(), 40)).toEqual(
      billOf('9:00-11:00', { ...who, lateMinutes: 40 }),
    )
  })
})

describe('properties', () => {
  const percents = fc.integer({ min: 0, max: 100 })
  const asks = fc.record({
    from: fc.integer({ min: 0, max: 600 }),
    minutes: fc.integer({ min: 1, max: 600 }),
    hourFen: fc.integer({ min: 0, max: 100_000 }).map(fen),
    residentPercent: percents,
    siblingPercent: percents,
    resident: fc.boolean(),
    sibling: fc.boolean(),
    freeMinutes: fc.integer({ min: 0, max: 600 }),
    lateMinutes: fc.integer({ min: 0, max: 120 }),
    dayCapFen: fc.integer({ min: 0, max: 100_000 }).map(fen),
    stepMinutes: fc.constantFrom(15, 30, 60),
  })
  type Ask = typeof asks extends fc.Arbitrary<infer A> ? A : never
  const priced = ({ from, minutes, resident, sibling, freeMinutes, lateMinutes, ...tariff }: Ask) =>
    priceOf({
      span: { from: timeAt(from), to: timeAt(from + minutes) },
      tariff: aTariff(tariff),
      resident,
      sibling,
      freeMinutes,
      lateMinutes,
    })

  test('the lines add up to the total, in whole 分, and never below nothing', () =>
    fc.assert(
      fc.property(asks, (ask) => {
        const { lines, totalFen } = priced(ask)
        expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(totalFen)
        expect(lines.every((line) => Number.isSafeInteger(line.fen))).toBe(true)
        expect(totalFen).toBeGreaterThanOrEqual(0)
      }),
    ))

  test('a longer stay never costs less', () =>
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 240 }), (ask, more) =>
        expect(priced({ ...ask, minutes: ask.minutes + more }).totalFen).toBeGreaterThanOrEqual(
          priced(ask).totalFen,
        ),
      ),
    ))

  test('a discount never makes it dearer', () =>
    fc.assert(
      fc.property(asks, (ask) =>
        expect(priced(ask).totalFen).toBeLessThanOrEqual(
          priced({ ...ask, resident: false, sibling: false }).totalFen,
        ),
      ),
    ))

  test('more free hours never make it dearer, and later never cheaper', () =>
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 120 }), (ask, more) => {
        const { totalFen } = priced(ask)
        expect(
          priced({ ...ask, freeMinutes: ask.freeMinutes + more }).totalFen,
        ).toBeLessThanOrEqual(totalFen)
        expect(
          priced({ ...ask, lateMinutes: ask.lateMinutes + more }).totalFen,
        ).toBeGreaterThanOrEqual(totalFen)
      }),
    ))

  test('the price depends on how long, not on when', () =>
    fc.assert(fc.property(asks, (ask) => expect(priced({ ...ask, from: 0 })).toEqual(priced(ask)))))
})
