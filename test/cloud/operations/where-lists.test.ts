import { _, idsOf, openThings } from './open-things'

const at = openThings()
const { all, elemMatch, gt, lt, size, exists, nin } = _
beforeEach(() =>
  at.things.add([
    { _id: 'a', tags: ['x', 'y'], n: [1, 5], children: [{ age: 2, boy: true }, { age: 3 }] },
    { _id: 'b', tags: ['y'], n: [3], children: [{ age: 3, boy: true }] },
    { _id: 'c', tags: [], n: [] },
    { _id: 'd', tags: 'x', n: 3 },
  ]),
)

test.each<[string, object, string]>([
  ['an item', { tags: 'x' }, 'ad'],
  ['the whole list', { tags: ['x', 'y'] }, 'a'],
  ['the item at a place', { 'tags.0': 'y' }, 'b'],
  ['nothing at a place', { 'tags.1': exists(false) }, 'bcd'],
  ['all', { tags: all(['y', 'x']) }, 'a'],
  ['all of a single value', { tags: all(['x']) }, 'ad'],
  ['all of nothing', { tags: all([]) }, ''],
  ['size', { tags: size(1) }, 'b'],
  ['size of an empty list', { tags: size(0) }, 'c'],
  ['some item is greater', { n: gt(4) }, 'a'],
  ['conditions may hold for different items', { n: gt(4).and(lt(2)) }, 'a'],
  ['elemMatch wants one item for all', { n: elemMatch({ $gt: 4, $lt: 2 }) }, ''],
  ['elemMatch of a value', { n: elemMatch(gt(2)) }, 'ab'],
  ['elemMatch of fields', { children: elemMatch({ age: 3, boy: true }) }, 'b'],
  ['elemMatch with a condition', { children: elemMatch({ age: gt(2) }) }, 'ab'],
  ['elemMatch of fields passes over numbers', { n: elemMatch({ age: 3 }) }, ''],
  ['a field of the items', { 'children.age': 2 }, 'a'],
  ['nin passes over lists that hold it', { tags: nin(['x']) }, 'bc'],
])('%s', async (_name, filter, ids) => {
  expect(await idsOf(at.things, filter)).toEqual(Array.from(ids))
})
