import { _, only, openThings } from './open-things'

const at = openThings()
const BEFORE = {
  n: 2,
  word: 'x',
  born: new Date(2000),
  list: [3, 1, 2],
  twice: [1, 1],
  children: [
    { name: 'a', age: 3 },
    { name: 'b', age: 2 },
  ],
  plan: { x: 1, y: 2 },
}

test.each<[string, object, object]>([
  ['set', { plan: _.set({ z: 1 }) }, { plan: { z: 1 } }],
  ['remove', { 'plan.x': _.remove() }, { plan: { y: 2 } }],
  ['inc', { n: _.inc(-3) }, { n: -1 }],
  ['inc of nothing', { m: _.inc(2) }, { m: 2 }],
  ['mul', { n: _.mul(1.5) }, { n: 3 }],
  ['mul of nothing', { m: _.mul(2) }, { m: 0 }],
  ['min', { n: _.min(1), m: _.min(7) }, { n: 1, m: 7 }],
  ['min that is not less', { n: _.min(5), m: 1 }, { m: 1 }],
  ['max', { n: _.max(5) }, { n: 5 }],
  ['max of dates', { born: _.max(new Date(3000)) }, { born: new Date(3000) }],
  ['rename', { word: _.rename('name') }, { word: undefined, name: 'x' }],
  ['push', { list: _.push(4) }, { list: [3, 1, 2, 4] }],
  ['push of several', { list: _.push([4, 5]) }, { list: [3, 1, 2, 4, 5] }],
  ['push to nothing', { m: _.push('a') }, { m: ['a'] }],
  ['push each', { list: _.push({ each: [9, 8] }) }, { list: [3, 1, 2, 9, 8] }],
  ['push position', { list: _.push({ each: [9], position: 1 }) }, { list: [3, 9, 1, 2] }],
  ['push sort', { list: _.push({ each: [0], sort: -1 }) }, { list: [3, 2, 1, 0] }],
  [
    'push sort by a field',
    { children: _.push({ each: [], sort: { age: 1 } }) },
    { children: [BEFORE.children[1], BEFORE.children[0]] },
  ],
  ['push slice', { list: _.push({ each: [9], slice: 2 }) }, { list: [3, 1] }],
  ['push slice from the end', { list: _.push({ each: [9], slice: -2 }) }, { list: [2, 9] }],
  [
    'push with all of them',
    { list: _.push({ each: [9, 0], position: 0, sort: 1, slice: 4 }) },
    { list: [0, 1, 2, 3] },
  ],
  ['pop', { list: _.pop() }, { list: [3, 1] }],
  ['shift', { list: _.shift() }, { list: [1, 2] }],
  ['unshift', { list: _.unshift([8, 9]) }, { list: [8, 9, 3, 1, 2] }],
  ['pull', { twice: _.pull(1) }, { twice: [] }],
  ['pull by a command', { list: _.pull(_.gt(1)) }, { list: [1] }],
  ['pull by in', { list: _.pull(_.in([1, 3])) }, { list: [2] }],
  ['pull by a field', { children: _.pull({ age: 3 }) }, { children: [BEFORE.children[1]] }],
  [
    'pull by a condition on a field',
    { children: _.pull({ age: _.lt(3) }) },
    { children: [BEFORE.children[0]] },
  ],
  ['pullAll', { list: _.pullAll([3, 2]) }, { list: [1] }],
  ['addToSet', { list: _.addToSet(4) }, { list: [3, 1, 2, 4] }],
  ['addToSet of what is there', { list: _.addToSet(3), m: 1 }, { m: 1 }],
  ['addToSet of several', { twice: _.addToSet({ $each: [1, 2] }) }, { twice: [1, 1, 2] }],
  ['bit', { n: _.bit({ or: 5 }) }, { n: 7 }],
])('%s', async (_name, change, after) => {
  await at.things.doc('a').set(BEFORE)
  expect((await at.things.doc('a').update(change)).updated).toBe(1)
  const wanted = Object.entries({ _id: 'a', ...BEFORE, ...after })
  expect(await only(at.things, 'a')).toEqual(
    Object.fromEntries(wanted.filter(([, value]) => value !== undefined)),
  )
})

test('a server date in an update', async () => {
  await at.things.doc('a').set({ n: 1 })
  await at.things.doc('a').update({ at: at.db.serverDate() })
  expect(await only(at.things, 'a')).toMatchObject({ at: expect.any(Date) as Date })
})
