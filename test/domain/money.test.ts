import fc from 'fast-check'
import { fen, percentOf, sumOf } from '../../miniprogram/domain/money'

const amounts = fc.integer({ min: 0, max: 10_000_000 }).map(fen)
const percents = fc.integer({ min: 0, max: 100 })

test.each([0.5, NaN, Infinity, 2 ** 53])('%d is no amount of 分', (amount) =>
  expect(() => fen(amount)).toThrow(RangeError),
)

test('half a 分 is rounded up', () => {
  expect(percentOf(fen(50), 1)).toBe(1)
  expect(percentOf(fen(49), 1)).toBe(0)
})

test('nothing costs nothing', () => expect(sumOf([])).toBe(0))

test('a percentage is a whole 分, at most half a 分 from the exact share', () =>
  fc.assert(
    fc.property(amounts, percents, (amount, percent) => {
      const share = percentOf(amount, percent)
      expect(Number.isSafeInteger(share)).toBe(true)
      expect(Math.abs(share * 100 - amount * percent)).toBeLessThanOrEqual(50)
      expect(share).toBeLessThanOrEqual(amount)
    }),
  ))

test('the order of adding does not matter', () =>
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 20 }), (list) =>
      expect(sumOf(list)).toBe(sumOf(list.toReversed())),
    ),
  ))
