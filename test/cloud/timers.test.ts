import { startCloud, type TestCloud } from './start-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const standAt = (time: string, running = false): ReturnType<TestCloud['post']> =>
  cloud.post('/__local/reset', { now: `2026-11-${time}+08:00`, running })
const at = (time: string, running = false): ReturnType<TestCloud['post']> =>
  cloud.post('/__local/clock', { now: `2026-11-${time}+08:00`, running })
/** Waits as long as the test may: how soon a cold function answers is the machine's affair. */
const runs = async (count: number): Promise<{ ran: string; trigger: string }[]> => {
  for (;;) {
    const { data } = await cloud.db.collection('things').orderBy('ran', 'asc').get()
    if (data.length >= count) return data as { ran: string; trigger: string }[]
    await new Promise((done) => setTimeout(done, 20))
  }
}

test('the clock passes nine in the morning: the timer fires, marked as a timer', async () => {
  await standAt('25T08:59:59', true)
  expect(await runs(1)).toMatchObject([
    { ran: '2026-11-25T01:00:00.000Z', trigger: 'timer', name: 'every-morning' },
  ])
  expect((await runs(1))[0]).not.toHaveProperty('WX_OPENID')
})

test('a clock set forward over three mornings fires once', async () => {
  await standAt('25T08:00:00')
  await at('28T08:00:00')
  await at('28T08:30:00')
  expect(await runs(1)).toHaveLength(1)
})

test('a due time fires once, also over a restart', async () => {
  await standAt('25T08:00:00')
  await at('25T09:00:00')
  await runs(1)
  await cloud.reopen()
  await at('25T09:00:00')
  await at('26T09:00:00')
  expect((await runs(2)).map((run) => run.ran)).toEqual([
    '2026-11-25T01:00:00.000Z',
    '2026-11-26T01:00:00.000Z',
  ])
})

test('by hand', async () => {
  await standAt('25T08:00:00')
  expect(await cloud.post('/__local/timers/every-morning')).toMatchObject({ status: 200 })
  expect(await runs(1)).toHaveLength(1)
  expect(await cloud.post('/__local/timers/unknown')).toMatchObject({ status: 400 })
})

test('a clock set with timers false fires nothing for what it jumped over', async () => {
  await standAt('25T08:00:00')
  await cloud.post('/__local/clock', {
    now: '2026-11-26T09:30:00+08:00',
    running: false,
    timers: false,
  })
  await at('27T09:00:00')
  expect((await runs(1)).map((run) => run.ran)).toEqual(['2026-11-27T01:00:00.000Z'])
})
