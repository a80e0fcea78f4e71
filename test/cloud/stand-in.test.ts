import { codeOf, startCloud, type TestCloud } from './start-cloud'

// What the other files of the database cannot ask of a real environment.

/** Only the life of the transaction is hurried, not the requests. */
const EVERYTHING_ELSE = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const

let cloud: TestCloud
let things: ReturnType<TestCloud['db']['collection']>
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.post('/__local/reset')
  things = cloud.db.collection('things')
  await things.doc('a').set({ n: 1 })
})

test("a server date is the time of the cloud's clock", async () => {
  await cloud.post('/__local/clock', { now: '2026-11-25T08:59:00+08:00', running: false })
  await things.doc('a').set({ at: cloud.db.serverDate({ offset: 60_000 }) })
  expect((await things.doc('a').get()).data[0]).toEqual({
    _id: 'a',
    at: new Date('2026-11-25T09:00:00+08:00'),
  })
})

test('after thirty seconds a transaction is over and its locks are free', async () => {
  jest.useFakeTimers({ doNotFake: [...EVERYTHING_ELSE] })
  const t = await cloud.db.startTransaction()
  await t.collection('things').doc('a').update({ n: 2 })
  jest.advanceTimersByTime(29_999)
  expect((await t.collection('things').doc('a').get()).data).toMatchObject({ n: 2 })
  const waiting = things.doc('a').update({ n: 7 })
  jest.advanceTimersByTime(1)
  jest.useRealTimers()
  expect((await waiting).updated).toBe(1)
  expect(await codeOf(t.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  expect((await things.doc('a').get()).data[0].n).toBe(7)
})
