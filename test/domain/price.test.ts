import fc from 'fast-check'
import { fen } from '../../miniprogram/domain/money'
import { billedMinutes, priceOf, type Priced } from '../../miniprogram/domain/price'
import { timeAt } from '../../miniprogram/domain/time'
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
  ])('%i minutes → %i: %s', (minutes, billed) => expect(billedMinutes(minutes)).toBe(billed))
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
  })
  type Ask = typeof asks extends fc.Arbitrary<infer A> ? A : never
  const priced = ({ from, minutes, resident, sibling, ...tariff }: Ask) =>
    priceOf({
      span: { from: timeAt(from), to: timeAt(from + minutes) },
      tariff: aTariff(tariff),
      resident,
      sibling,
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

  test('the price depends on how long, not on when', () =>
    fc.assert(fc.property(asks, (ask) => expect(priced({ ...ask, from: 0 })).toEqual(priced(ask)))))
})
