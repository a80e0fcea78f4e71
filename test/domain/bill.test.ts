import fc from 'fast-check'
import { billOf, quoteFor } from '../../miniprogram/domain/bill'
import type { ChildId } from '../../miniprogram/domain/ids'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'

const [rain, cloud, fish] = ['family-1', 'family-2', 'family-3'] as ChildId[] as [
  ChildId,
  ChildId,
  ChildId,
]
const twoHours = aSpan('9:00-11:00')

test('the first child pays the full price, every further one has the sibling discount', () => {
  const bill = billOf([rain, cloud, fish], twoHours, aTariff(), false)
  expect(bill.quotes.map(({ quote }) => quote.totalFen)).toEqual([3000, 2700, 2700])
  expect(bill.totalFen).toBe(8400)
})

test('a child’s own part of the bill is its quote', () => {
  const bill = billOf([rain, cloud], twoHours, aTariff(), true)
  expect(quoteFor(bill, cloud).totalFen).toBe(2160)
  expect(() => quoteFor(bill, fish)).toThrow(RangeError)
})

test('the family pays what its children’s bills add up to', () =>
  fc.assert(
    fc.property(fc.subarray([rain, cloud, fish]), fc.boolean(), (children, resident) => {
      const bill = billOf(children, twoHours, aTariff(), resident)
      const parts = children.map((child) => quoteFor(bill, child).totalFen as number)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(bill.totalFen)
    }),
  ))
