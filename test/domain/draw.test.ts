import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { commitmentOf, drawOrder, isFairDraw, nextDrawOf } from '../../miniprogram/domain/draw'
import type { RequestId } from '../../miniprogram/domain/ids'
import type { Instant } from '../../miniprogram/domain/time'

const ids = (...names: string[]) => names as RequestId[]
const seeds = fc.string({
  unit: fc.constantFrom('a', 'k', 'z', '2', '7', '9'),
  minLength: 8,
})
const requests = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('0', '1', '8', 'a', 'e', 'f'), minLength: 4, maxLength: 20 }),
  { maxLength: 40 },
) as fc.Arbitrary<RequestId[]>

test('what is published before is the SHA-512 of the seed, as anybody can compute it', () =>
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(commitmentOf(seed)).toBe(createHash('sha512').update(seed).digest('hex'))
    }),
  ))

test('the order is by the SHA-512 of seed and number, written down here once for all', () => {
  const expected = ['r1', 'r2', 'r3', 'r4'].sort((a, b) => {
    const lot = (id: string) => createHash('sha512').update(`oak-tree.${id}`).digest('hex')
    return lot(a) < lot(b) ? -1 : 1
  })
  expect(drawOrder('oak-tree', ids('r1', 'r2', 'r3', 'r4'))).toEqual(expected)
})

test('a draw is a permutation of its requests', () =>
  fc.assert(
    fc.property(seeds, requests, (seed, all) => {
      expect([...drawOrder(seed, all)].sort()).toEqual([...all].sort())
    }),
  ))

test('it depends on nothing but seed and requests: not on the order of asking', () =>
  fc.assert(
    fc.property(seeds, requests, fc.integer(), (seed, all, turn) => {
      const cut = all.length > 0 ? Math.abs(turn) % all.length : 0
      const shuffled = [...all.slice(cut), ...all.slice(0, cut)].toReversed()
      expect(drawOrder(seed, shuffled)).toEqual(drawOrder(seed, all))
    }),
  ))

test('one request more or less leaves the others in their order', () =>
  fc.assert(
    fc.property(seeds, requests, (seed, all) => {
      const [first, ...others] = all
      expect(drawOrder(seed, all).filter((id) => id !== first)).toEqual(drawOrder(seed, others))
    }),
  ))

test('every number comes first about as often: a hundred seeds, ten numbers', () => {
  const all = Array.from({ length: 10 }, (_, n) => `request-${n}`) as RequestId[]
  const firsts = Array.from({ length: 100 }, (_, n) => drawOrder(`seed-${n}`, all)[0])
  expect(new Set(firsts).size).toBe(10)
})

test('a result that was bent is found out', () => {
  const seed = 'oak-tree'
  const all = ids('r1', 'r2', 'r3')
  const draw = { seed, commitment: commitmentOf(seed), order: drawOrder(seed, all) }
  expect(isFairDraw(draw, all)).toBe(true)
  expect(isFairDraw({ ...draw, order: [...draw.order].toReversed() }, all)).toBe(false)
  expect(isFairDraw({ ...draw, order: draw.order.slice(1) }, all)).toBe(false)
  expect(isFairDraw({ ...draw, seed: 'elm-tree' }, all)).toBe(false)
  expect(isFairDraw(draw, [...all, ...ids('r4')])).toBe(false)
})

test('the next draw of a day is the first that is not done', () => {
  const at = 1 as Instant
  const release = [
    { opensAt: at, percent: 50 },
    { opensAt: at, percent: 70, draw: { from: at, done: true as const } },
    { opensAt: at, percent: 100, draw: { from: at } },
  ]
  expect(nextDrawOf({ release })?.[0]).toBe(2)
  expect(nextDrawOf({})).toBeUndefined()
})
