import { _, only, openThings } from './open-things'

const at = openThings()
beforeEach(() =>
  at.things
    .doc('a')
    .set({ n: 1, m: 2, in: { x: 1, y: 2 }, list: [1, 2, 3], children: [{ age: 2 }, { age: 3 }] }),
)
const shown = async (fields: object): Promise<unknown> =>
  (await at.things.where({ _id: 'a' }).field(fields).get()).data[0]

test('fields in, with the id unless it is left out', async () => {
  expect(await shown({ n: true })).toEqual({ _id: 'a', n: 1 })
  expect(await shown({ n: 1, 'in.x': 1, _id: false })).toEqual({ n: 1, in: { x: 1 } })
})

test('fields out', async () => {
  expect(await shown({ m: false, in: false, list: false, children: false })).toEqual({
    _id: 'a',
    n: 1,
  })
})

test('a part of a list', async () => {
  const slice = _.project.slice
  expect(await shown({ list: slice(2), n: true })).toEqual({ _id: 'a', n: 1, list: [1, 2] })
  expect(await shown({ list: slice(-1) })).toMatchObject({ m: 2, list: [3] })
  expect(await shown({ list: slice([1, 1]) })).toMatchObject({ n: 1, list: [2] })
  expect(await shown({ none: slice(1), n: 1 })).toEqual({ _id: 'a', n: 1 })
})

test('the first item of a list that matches', async () => {
  const elemMatch = _.project.elemMatch
  expect(await shown({ children: elemMatch({ age: 3 }) })).toEqual({
    _id: 'a',
    children: [{ age: 3 }],
  })
  expect(await shown({ children: elemMatch({ age: 9 }) })).toEqual({ _id: 'a' })
})

test('of one document by its id', async () => {
  const { data } = await at.things.doc('a').field({ n: true }).get()
  expect(data).toEqual([{ _id: 'a', n: 1 }])
  expect(await only(at.things, 'a')).toHaveProperty('m')
})
