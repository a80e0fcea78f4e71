import { codeOf } from './start-cloud'
import { startDatabase, type TestDatabase } from './start-database'

let cloud: TestDatabase
let things: ReturnType<TestDatabase['db']['collection']>
beforeAll(async () => {
  cloud = await startDatabase()
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.post('/__local/reset')
  things = cloud.db.collection('things')
})

const only = async (id: string | number): Promise<unknown> =>
  ((await things.doc(id).get()) as { data: unknown[] }).data[0]

const day = (d: number): Date => new Date(Date.UTC(2026, 10, d))
const ids = async (filter: object): Promise<unknown[]> =>
  ((await things.where(filter).get()).data as Record<string, unknown>[]).map((doc) => doc['_id'])

test('a document comes back as it was added, with an id of its own', async () => {
  const at = new Date(1_764_000_000_123)
  const { id } = (await things.add({
    n: 5,
    big: 1_764_000_000_123,
    half: 0.5,
    at,
    list: [1, { a: null }],
  })) as {
    id: string
  }
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(await only(id)).toEqual({
    _id: id,
    n: 5,
    big: 1_764_000_000_123,
    half: 0.5,
    at,
    list: [1, { a: null }],
  })
})

test('a taken id is refused and nothing of the batch is stored', async () => {
  await things.add({ _id: 'a', n: 1 })
  const batch = [{ _id: 'b' }, { _id: 'a' }]
  expect(await codeOf(things.add(batch))).toBe('DATABASE_DUPLICATE_WRITE')
  expect((await things.count()).total).toBe(1)
})

test('ids may be numbers, and 5 is not "5"', async () => {
  await things.doc(5).set({ kind: 'number' })
  await things.doc('5').set({ kind: 'string' })
  expect(await only(5)).toEqual({ _id: 5, kind: 'number' })
  expect(await only('5')).toEqual({ _id: '5', kind: 'string' })
})

test('a missing document is an empty list', async () => {
  expect((await things.doc('nobody').get()).data).toEqual([])
})

test('update merges an object and _.set replaces it', async () => {
  const _ = cloud.db.command
  await things.doc('a').set({ plan: { x: 1, y: 2 } })
  await things.doc('a').update({ plan: { y: 3, z: 4 } })
  expect(await only('a')).toEqual({ _id: 'a', plan: { x: 1, y: 3, z: 4 } })
  await things.doc('a').update({ plan: _.set({ q: 9 }) })
  expect(await only('a')).toEqual({ _id: 'a', plan: { q: 9 } })
})

test('set replaces the whole document, and makes it when it is not there', async () => {
  const made = await things.doc('a').set({ x: 1, y: 1 })
  expect(made).toMatchObject({ updated: 0, upsertedId: 'a' })
  const again = await things.doc('a').set({ x: 2 })
  expect(again.updated).toBe(1)
  expect(await only('a')).toEqual({ _id: 'a', x: 2 })
})

test('updated counts what changed, not what matched', async () => {
  await things.doc('a').set({ x: 1 })
  expect((await things.doc('a').update({ x: 1 })).updated).toBe(0)
  expect((await things.doc('nobody').update({ x: 1 })).updated).toBe(0)
})

test('every update command does what its page says', async () => {
  const _ = cloud.db.command
  await things
    .doc('a')
    .set({ n: 2, gone: 1, list: [1, 2, 3], tags: ['x'], low: 5, high: 5, old: 1 })
  await things.doc('a').update({
    n: _.inc(3),
    gone: _.remove(),
    list: _.push({ each: [9, 0], sort: 1, slice: 4 }),
    tags: _.addToSet('x'),
    low: _.min(3),
    high: _.max(9),
    old: _.rename('renamed'),
  })
  expect(await only('a')).toEqual({
    _id: 'a',
    n: 5,
    list: [0, 1, 2, 3],
    tags: ['x'],
    low: 3,
    high: 9,
    renamed: 1,
  })
  await things.doc('a').update({ n: _.mul(2), list: _.shift(), tags: _.unshift(['w']) })
  await things.doc('a').update({ list: _.pop(), tags: _.pull('x') })
  expect(await only('a')).toMatchObject({ n: 10, list: [1, 2], tags: ['w'] })
})

test('an update that MongoDB refuses is refused, not ignored', async () => {
  const _ = cloud.db.command
  await things.doc('a').set({ word: 'x', nothing: null, n: 1 })
  for (const change of [
    { word: _.inc(1) },
    { word: _.push(1) },
    { 'nothing.below': 1 },
    { 'n.below': 1 },
  ])
    expect(await codeOf(things.doc('a').update(change))).toBe('DATABASE_REQUEST_FAILED')
  expect(await codeOf(things.doc('a').update({}))).toBe('INVALID_PARAM')
  const twice = { old: _.rename('n'), n: _.inc(1) }
  expect(await codeOf(things.doc('a').update(twice))).toBe('DATABASE_REQUEST_FAILED')
})

test('a condition on a missing field is false, also for "less than"', async () => {
  const _ = cloud.db.command
  await things.doc('a').set({ x: 1 })
  expect((await things.where({ seats: _.lt(19) }).get()).data).toEqual([])
  expect((await things.where({ seats: _.exists(false) }).get()).data).toHaveLength(1)
  expect((await things.where({ 'kids.k1': _.exists(false) }).get()).data).toHaveLength(1)
})

test('queries: comparison, logic, arrays, nesting, regular expressions, dates', async () => {
  const _ = cloud.db.command
  for (const [i, colour] of ['red', 'green', 'blue'].entries())
    await things
      .doc(`t${i}`)
      .set({ i, colour, tags: [`k${i}`, 'all'], at: day(i + 1), deep: { n: i } })
  expect(await ids({ i: _.gt(0).and(_.lt(2)) })).toEqual(['t1'])
  expect(await ids(_.or([{ i: 0 }, { colour: 'blue' }]))).toEqual(['t0', 't2'])
  const neither = _.or([{ i: 1 }, { colour: 'blue' }])
  expect(await ids(_.and([{ _id: 't0' }, neither]))).toEqual([])
  expect(await ids({ colour: _.in(['red', 'blue']) })).toEqual(['t0', 't2'])
  expect(await ids({ colour: _.nin(['red', 'blue']) })).toEqual(['t1'])
  expect(await ids({ colour: _.neq('red') })).toEqual(['t1', 't2'])
  expect(await ids({ tags: 'k1' })).toEqual(['t1'])
  expect(await ids({ tags: _.all(['all', 'k2']) })).toEqual(['t2'])
  expect(await ids({ deep: { n: 1 } })).toEqual(['t1'])
  expect(await ids({ colour: /^GR/i })).toEqual(['t1'])
  expect(await ids({ colour: cloud.db.RegExp({ regexp: 'e$', options: '' }) })).toEqual(['t2'])
  expect(await ids({ at: _.gte(day(2)) })).toEqual(['t1', 't2'])
  expect(await ids({ i: (_.mod as (by: number[]) => unknown)([2, 0]) })).toEqual(['t0', 't2'])
})

test('order, skip, limit and field; a hundred unless asked for more', async () => {
  await things.add(Array.from({ length: 130 }, (_v, n) => ({ _id: `n${n}`, n, other: 1 })))
  expect((await things.get()).data).toHaveLength(100)
  expect((await things.limit(1000).get()).data).toHaveLength(130)
  const page = await things
    .orderBy('n', 'desc')
    .skip(1)
    .limit(2)
    .field({ n: true, _id: false })
    .get()
  expect(page.data).toEqual([{ n: 128 }, { n: 127 }])
  const hidden = await things.doc('n3').field({ other: false }).get()
  expect(hidden.data).toEqual([{ _id: 'n3', n: 3 }])
})

test('aggregation groups, and looks up in another collection', async () => {
  const $ = cloud.db.command.aggregate
  for (const n of [1, 2, 3]) await things.doc(`t${n}`).set({ n, colour: n > 1 ? 'red' : 'blue' })
  await cloud.db.collection('days').doc('d').set({ thing: 't2' })
  const grouped = await things
    .aggregate()
    .match({ n: cloud.db.command.gt(0) })
    .group({ _id: '$colour', sum: $.sum('$n') })
    .sort({ _id: 1 })
    .end()
  expect(grouped.data).toEqual([
    { _id: 'blue', sum: 1 },
    { _id: 'red', sum: 5 },
  ])
  const joined = await cloud.db
    .collection('days')
    .aggregate()
    .lookup({ from: 'things', localField: 'thing', foreignField: '_id', as: 'found' })
    .end()
  expect(joined.data).toEqual([
    { _id: 'd', thing: 't2', found: [{ _id: 't2', n: 2, colour: 'red' }] },
  ])
})

test('updateAndReturn gives the document as it is afterwards', async () => {
  await things.doc('a').set({ n: 1 })
  const answer = await things.where({ _id: 'a' }).updateAndReturn({ n: cloud.db.command.inc(1) })
  expect(answer).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
})

test('remove takes what matches', async () => {
  for (const n of [1, 2, 3]) await things.doc(`t${n}`).set({ n })
  expect((await things.where({ n: cloud.db.command.gt(1) }).remove()).deleted).toBe(2)
  expect((await things.doc('t1').remove()).deleted).toBe(1)
})

test('an indexed query finds what a scan would', async () => {
  await things.add([{ _id: 'a', colour: 'red' }, { _id: 'b', colour: 'red' }, { _id: 'c' }])
  await things.doc('a').update({ colour: 'blue' })
  await things.doc('b').remove()
  expect((await things.where({ colour: 'red' }).get()).data).toEqual([])
  expect((await things.where({ colour: 'blue' }).get()).data).toEqual([
    { _id: 'a', colour: 'blue' },
  ])
})
