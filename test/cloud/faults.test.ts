import { codeOf, startCloud, type TestCloud } from './start-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const fail = (kind: string, more: object = {}): ReturnType<TestCloud['post']> =>
  cloud.post('/__local/faults', {
    faults: [{ kind, action: 'database.insertDocument', collection: 'things', ...more }],
    seed: 7,
  })
const add = (id: string): Promise<string> => codeOf(cloud.db.collection('things').add({ _id: id }))
const stored = async (): Promise<number> =>
  ((await cloud.get('/__local/collections/things'))['documents'] as unknown[]).length

test('the cloud fails as it is told, before or after the write', async () => {
  await fail('busy')
  expect(await add('a')).toBe('EXCEED_CONCURRENT_REQUEST_LIMIT')
  await fail('conflict')
  expect(await add('a')).toBe('DATABASE_TRANSACTION_CONFLICT')
  await fail('drop', { collection: 'people' })
  expect(await add('a')).toBe('none')
  await fail('dropAfter')
  expect(await add('b')).not.toBe('none')
  expect(await stored()).toBe(2)
})

test('a dropped connection stores nothing, a slow one stores late', async () => {
  await fail('drop')
  expect(await add('dropped')).not.toBe('none')
  await fail('latency', { ms: 60 })
  const sent = performance.now()
  expect(await add('slow')).toBe('none')
  expect(performance.now() - sent).toBeGreaterThan(55)
  const { data } = await cloud.db.collection('things').get()
  expect(data.map((doc: { _id: string }) => doc._id)).not.toContain('dropped')
})

test('a held request waits until the faults are set anew, and is counted', async () => {
  await fail('hold')
  const adding = add('stopped')
  const hits = async () =>
    ((await cloud.get('/__local/faults'))['faults'] as { hits: number }[])[0]?.hits
  while (!(await hits())) await new Promise((done) => setTimeout(done, 5))
  expect(await stored()).toBe(3)
  await cloud.post('/__local/faults', { faults: [] })
  expect(await adding).toBe('none')
  expect(await stored()).toBe(4)
})

test('the same seed draws the same faults', async () => {
  const drawn = async (prefix: string): Promise<string[]> => {
    await fail('error', { rate: 0.5 })
    const codes: string[] = []
    for (let i = 0; i < 12; i++) codes.push(await add(`${prefix}${i}`))
    return codes
  }
  const first = await drawn('x')
  expect(new Set(first).size).toBe(2)
  expect(await drawn('y')).toEqual(first)
})

test('after a conflict the transaction is over and its locks are free', async () => {
  const t = await cloud.db.startTransaction()
  await t.collection('things').doc('held').set({ n: 1 })
  await fail('conflict', { action: 'database.commitTransaction', collection: undefined })
  expect(await codeOf(t.commit())).toBe('DATABASE_TRANSACTION_CONFLICT')
  await fail('latency', { ms: 0 })
  expect(await codeOf(t.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  expect(await add('held')).toBe('none')
})

test.each([
  [{ kind: 'latncy' }],
  [{ kind: 'busy', rate: 2 }],
  [{ kind: 'busy', colection: 'things' }],
  ['busy'],
])('the rule %j is refused: a fault that never happens proves nothing', async (rule) => {
  expect(await cloud.post('/__local/faults', { faults: [rule] })).toMatchObject({ status: 400 })
})
