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
  await things.doc('a').set({ n: 1 })
  await things.doc('b').set({ n: 1 })
})

const nOf = async (id: string): Promise<unknown> =>
  ((await things.doc(id).get()).data as { n: number }[])[0]?.n

const transfer = (): Promise<unknown> =>
  cloud.db.runTransaction(async (t: typeof cloud.db) => {
    const a = (await t.collection('things').doc('a').get()).data as unknown as { n: number }
    const b = (await t.collection('things').doc('b').get()).data as unknown as { n: number }
    await t
      .collection('things')
      .doc('a')
      .update({ n: a.n - 1 })
    await t
      .collection('things')
      .doc('b')
      .update({ n: b.n + 1 })
  })

test('nothing is seen before the commit, everything after it', async () => {
  const t = await cloud.db.startTransaction()
  await t.collection('things').doc('a').update({ n: 2 })
  await t.collection('things').doc('new').set({ n: 3 })
  expect([await nOf('a'), await nOf('new')]).toStrictEqual([1, undefined])
  expect((await t.collection('things').doc('a').get()).data).toEqual({ _id: 'a', n: 2 })
  await t.commit()
  expect([await nOf('a'), await nOf('new')]).toEqual([2, 3])
})

test('a rollback leaves nothing', async () => {
  const t = await cloud.db.startTransaction()
  await t.collection('things').doc('a').remove()
  await t.rollback()
  expect(await nOf('a')).toBe(1)
})

test('reads stand still from the first operation on', async () => {
  const t = await cloud.db.startTransaction()
  const mine = t.collection('things')
  expect((await mine.doc('a').get()).data).toMatchObject({ n: 1 })
  await things.doc('b').update({ n: 9 })
  await things.doc('c').set({ n: 1 })
  expect((await mine.doc('b').get()).data).toMatchObject({ n: 1 })
  expect((await mine.where({ n: 1 }).get()).data).toHaveLength(2)
  await t.rollback()
})

test('a missing document reads as null inside', async () => {
  const t = await cloud.db.startTransaction()
  expect((await t.collection('things').doc('nobody').get()).data).toBeNull()
  await t.rollback()
})

test('two transactions at one document: the second fails at once and is over', async () => {
  const first = await cloud.db.startTransaction()
  const second = await cloud.db.startTransaction()
  await first.collection('things').doc('a').update({ n: 2 })
  const refused = second.collection('things').doc('a').update({ n: 3 })
  expect(await codeOf(refused)).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect(await codeOf(second.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  await first.commit()
  expect(await nOf('a')).toBe(2)
})

test('a document changed since the transaction looked is a conflict', async () => {
  const t = await cloud.db.startTransaction()
  await t.collection('things').doc('b').get()
  await things.doc('a').update({ n: 5 })
  const late = t.collection('things').doc('a').update({ n: 6 })
  expect(await codeOf(late)).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect(await nOf('a')).toBe(5)
})

test('a plain write waits for the transaction and then decides anew', async () => {
  const t = await cloud.db.startTransaction()
  await t.collection('things').doc('a').update({ n: 19 })
  let waited = true
  const plain = things
    .where({ _id: 'a', n: cloud.db.command.lt(19) })
    .update({ n: cloud.db.command.inc(1) })
  void plain.then(() => (waited = false))
  await new Promise((done) => setTimeout(done, 50))
  expect(waited).toBe(true)
  await t.commit()
  expect((await plain).updated).toBe(0)
  expect(await nOf('a')).toBe(19)
})

test('runTransaction carries money over: twenty transfers keep the sum', async () => {
  const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(transfer())))
  const done = codes.filter((code) => code === 'none').length
  expect(done).toBeGreaterThan(0)
  expect([await nOf('a'), await nOf('b')]).toEqual([1 - done, 1 + done])
  expect(new Set(codes).size).toBeLessThanOrEqual(2)
})

test("a unique key is one person's, inside and outside of transactions", async () => {
  const people = cloud.db.collection('people')
  await people.doc('p').set({ site: 's', phone: '1' })
  expect(await codeOf(people.doc('q').set({ site: 's', phone: '1' }))).toBe(
    'DATABASE_DUPLICATE_WRITE',
  )
  expect(await codeOf(people.doc('q').set({ site: 't', phone: '1' }))).toBe('none')
  const t = await cloud.db.startTransaction()
  await t.collection('people').doc('r').set({ site: 's', phone: '2' })
  const plain = codeOf(people.doc('x').set({ site: 's', phone: '2' }))
  await t.commit()
  expect(await plain).toBe('DATABASE_DUPLICATE_WRITE')
  const u = await cloud.db.startTransaction()
  await u.collection('people').doc('p').remove()
  await u.collection('people').doc('y').set({ site: 's', phone: '1' })
  await u.commit()
  expect((await people.where({ phone: '1', site: 's' }).get()).data).toEqual([
    { _id: 'y', site: 's', phone: '1' },
  ])
})
