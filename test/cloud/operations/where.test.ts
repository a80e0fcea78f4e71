import { _, idsOf, openThings } from './open-things'

const at = openThings()
const day = (d: number): Date => new Date(Date.UTC(2026, 10, d))
beforeEach(() =>
  at.things.add([
    { _id: 'a', n: 1, word: 'Hello', at: day(1), in: { x: 1, y: { z: 1 } }, nothing: null },
    { _id: 'b', n: 2, word: 'hello', at: day(2), in: { x: 2 } },
    { _id: 'c', n: 3.5, word: '你好', at: day(3) },
    { _id: 'd', n: '2', word: 'HELP' },
  ]),
)

test.each<[string, object, string]>([
  ['a value', { n: 1 }, 'a'],
  ['several fields', { n: 2, word: 'hello' }, 'b'],
  ['eq', { n: _.eq(2) }, 'b'],
  ['neq', { n: _.neq(2) }, 'acd'],
  ['lt', { n: _.lt(2) }, 'a'],
  ['lte', { n: _.lte(2) }, 'ab'],
  ['gt', { n: _.gt(1) }, 'bc'],
  ['gte', { n: _.gte(2) }, 'bc'],
  ['only values of the same kind', { n: _.gt('1') }, 'd'],
  ['in', { n: _.in([1, '2']) }, 'ad'],
  ['in nothing', { n: _.in([]) }, ''],
  ['nin', { n: _.nin([1, '2']) }, 'bc'],
  ['exists', { in: _.exists(true) }, 'ab'],
  ['a field that is null exists', { nothing: _.exists(true) }, 'a'],
  ['exists not', { 'in.y': _.exists(false) }, 'bcd'],
  ['null is a missing field too', { nothing: null }, 'abcd'],
  ['a condition on a missing field is false', { seats: _.lt(19) }, ''],
  ['mod takes numbers, without their fraction', { n: _.mod(2, 1) }, 'ac'],
  ['mod in a list', { n: _.mod([2, 0]) }, 'b'],
  ['a path', { 'in.x': 2 }, 'b'],
  ['an object names paths', { in: { x: 1, y: { z: 1 } } }, 'a'],
  ['a command inside an object', { in: { x: _.gt(1) } }, 'b'],
  ['eq of an object is the whole of it', { in: _.eq({ x: 2 }) }, 'b'],
  ['eq of a part of an object', { in: _.eq({ x: 1 }) }, ''],
  ['a pattern', { word: /^h/ }, 'b'],
  ['a pattern of any case', { word: /^HEL[l-p]/i }, 'abd'],
  ['a pattern in a list of values', { word: _.in([/^你/, 'HELP']) }, 'cd'],
  ['not a pattern', { word: _.not(/^hel/i) }, 'c'],
  ['a date', { at: day(2) }, 'b'],
  ['before a date', { at: _.lt(day(2)) }, 'a'],
  ['between dates', { at: _.gt(day(1)).and(_.lte(day(3))) }, 'bc'],
  ['everything', {}, 'abcd'],
])('%s', async (_name, filter, ids) => {
  expect(await idsOf(at.things, filter)).toEqual(Array.from(ids))
})

test('RegExp of the database', async () => {
  const pattern = (regexp: string, options = ''): object => ({
    word: at.db.RegExp({ regexp, options }),
  })
  expect(await idsOf(at.things, pattern('lo$'))).toEqual(['a', 'b'])
  expect(await idsOf(at.things, pattern('^h.L', 'i'))).toEqual(['a', 'b', 'd'])
  expect(await idsOf(at.things, pattern('^\\W+$'))).toEqual(['c'])
})

test('the time of the server', async () => {
  const past = { at: _.lt(at.db.serverDate({ offset: 3650 * 86_400_000 })) }
  expect(await idsOf(at.things, past)).toEqual(['a', 'b', 'c'])
})
