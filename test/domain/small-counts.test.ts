import fc from 'fast-check'
import { FEWEST, safeCount, safeParts } from '../../miniprogram/domain/small-counts'

test('one to four people are few; nobody, and five or more, are a number', () =>
  expect([0, 1, 4, 5, 80].map(safeCount)).toEqual([0, 'few', 'few', 5, 80]))

test('of two parts of a known total the other is hidden too', () => {
  expect(safeParts([61, 3])).toEqual(['few', 'few'])
  expect(safeParts([61, 19])).toEqual([61, 19])
  expect(safeParts([2, 3])).toEqual(['few', 'few'])
  expect(safeParts([40, 0])).toEqual([40, 0])
})

test('of three parts the next smallest goes with it', () =>
  expect(safeParts([40, 2, 9])).toEqual([40, 'few', 'few']))

test('no hidden part ever follows from the total and the shown ones, unless nobody else is there', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 5 }), (parts) => {
      const safe = safeParts(parts)
      const hidden = safe.filter((part) => part === 'few').length
      const alone = parts.filter((part) => part > 0).length === 1
      expect(hidden === 1 && !alone).toBe(false)
      const shown = safe.filter((part) => part !== 'few')
      expect(shown.every((part) => part === 0 || part >= FEWEST)).toBe(true)
    }),
  ))
