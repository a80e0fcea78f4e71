import { cpSync, existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixtures, startCloud, type TestCloud } from './start-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const echo = (useCase: string, more: object = {}, openid = 'mum'): ReturnType<TestCloud['call']> =>
  cloud.call('echo', { useCase, ...more }, openid)

test('a function learns from the context who calls, whatever the data says', async () => {
  const { result } = await echo('whoAmI', { userInfo: { openId: 'boss' }, WX_OPENID: 'boss' })
  expect(result).toMatchObject({
    environment: { WX_OPENID: 'mum', TCB_SOURCE: 'wx_client' },
    userInfo: { openId: 'mum' },
    secret: 'hush',
  })
  expect(result).not.toHaveProperty('environment.TRIGGER_SRC')
})

test('fifty callers at once in one warm process each see their own openid', async () => {
  const openids = Array.from({ length: 50 }, (_v, i) => `person-${i}`)
  const answers = await Promise.all(openids.map((openid) => echo('slowly', {}, openid)))
  expect(answers.map((answer) => answer['result'])).toEqual(openids)
})

test('the rules decide who may call what', async () => {
  const stranger = await cloud.call('echo', { useCase: 'whoAmI' })
  expect(stranger).toMatchObject({ errCode: -501023 })
  const person = await cloud.call(
    'clockwork',
    { Type: 'Timer', TriggerName: 'every-morning' },
    'mum',
  )
  expect(person).toMatchObject({ errCode: -501023 })
  expect(await cloud.call('nothing-like-it', {}, 'mum')).toMatchObject({ errCode: -501000 })
})

test('a call that throws, returns too much or nothing is answered as WeChat does', async () => {
  expect(await echo('fail')).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('on purpose') as string,
  })
  expect(await echo('big')).toMatchObject({ errCode: -504002 })
  expect(await echo('nothing')).toMatchObject({ result: null })
})

test('a late call fails and the others go on; a process that blocks is ended', async () => {
  const [late, other] = await Promise.all([echo('hang'), echo('slowly')])
  expect(late).toMatchObject({ errCode: -504003 })
  expect(other).toMatchObject({ result: 'mum' })
  expect(await echo('block')).toMatchObject({ errCode: -504003 })
  expect(await echo('slowly')).toMatchObject({ result: 'mum' })
}, 15_000)

test.each(['exit', 'throwLater', 'rejectLater'])(
  'a call that breaks its process by %s fails alone, and the next one finds a new process',
  async (how) => {
    const before = (await echo('whoAmI'))['result'] as { pid: number }
    const [other, broken] = await Promise.all([echo('slowly'), echo(how)])
    expect(broken).toMatchObject({ errCode: -504002 })
    expect(other).toMatchObject({ result: 'mum' })
    const after = (await echo('whoAmI'))['result'] as { pid: number }
    expect(after.pid).not.toBe(before.pid)
  },
)

test('after a kill the call has failed and the next one finds a new process', async () => {
  const before = (await echo('whoAmI'))['result'] as { pid: number }
  expect(await echo('kill')).toMatchObject({ errCode: -504002 })
  const after = (await echo('whoAmI'))['result'] as { pid: number }
  expect(after.pid).not.toBe(before.pid)
  expect(await cloud.post('/__local/functions/echo/kill')).toMatchObject({ killed: true })
  const third = (await echo('whoAmI'))['result'] as { pid: number }
  expect(third.pid).not.toBe(after.pid)
})

test('what a function says as an error comes out with the id of its request', async () => {
  const said: string[] = []
  const out = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  const { requestID } = await echo('talk')
  out.mockRestore()
  expect(said).toContain(`[echo ${requestID as string}] said on purpose\n`)
})

test('data of more than 6 MB is refused before it reaches the function', async () => {
  expect(await echo('whoAmI', { text: 'x'.repeat(6 * 1024 * 1024) })).toMatchObject({
    errCode: -501007,
  })
})

test('the functions live by the clock of the cloud', async () => {
  await cloud.post('/__local/reset', { now: '2026-11-25T08:59:00+08:00', running: false })
  const now = Date.parse('2026-11-25T00:59:00Z')
  expect((await echo('now'))['result']).toEqual({
    now,
    text: '2026-11-25T00:59:00.000Z',
    isDate: true,
  })
  // A browser's clock has fractions of a millisecond.
  await cloud.post('/__local/clock', { now: now + 60_000.3 })
  expect((await echo('now'))['result']).toMatchObject({ now: now + 60_000 })
  await cloud.post('/__local/reset')
})

test('database requests are counted by function and use case, and per call', async () => {
  await cloud.post('/__local/reset')
  const answers = await Promise.all([
    echo('count', { times: 3 }),
    echo('count', { times: 5 }),
    echo('whoAmI'),
  ])
  expect(answers.map((a) => a.headers.get('x-local-database-requests'))).toEqual(['3', '5', '0'])
  const requests = (await cloud.get('/__local/requests'))['requests'] as { bytes: number }[]
  const row = { function: 'echo', useCase: 'count', action: 'database.getDocument', count: 8 }
  expect(requests).toEqual([{ ...row, bytes: expect.any(Number) }])
  // Eight questions and eight answers, each of some hundred bytes.
  expect(requests[0]?.bytes).toBeGreaterThan(8 * 200)
})

test('a function calls another one, which sees that no person did', async () => {
  const { result } = await echo('ask', { ask: 'whoAmI' })
  expect(result).toMatchObject({ environment: { TCB_SOURCE: 'scf' }, secret: 'hush' })
  expect(result).not.toHaveProperty('environment.WX_OPENID')
})

test('what was built anew is what the next call finds, and calls under way still end', async () => {
  const root = join(cloud.dir, 'functions')
  cpSync(join(fixtures, 'cloudbaserc.json'), join(cloud.dir, 'cloudbaserc.json'))
  const build = (version: number): void => {
    const file = join(root, 'echo/index.js')
    mkdirSync(join(root, 'echo'), { recursive: true })
    writeFileSync(
      file,
      `exports.main = () => {
        require('node:fs').writeFileSync(__dirname + '/started', '')
        return new Promise((done) => setTimeout(done, 400, ${version}))
      }`,
    )
    utimesSync(file, version, version)
  }
  build(1)
  const own = await startCloud(undefined, root)
  const ask = async (): Promise<unknown> =>
    (await own.call('echo', { useCase: 'version' }, 'mum'))['result']
  const under = ask()
  while (!existsSync(join(root, 'echo/started'))) await new Promise((done) => setTimeout(done, 10))
  build(2)
  expect(await ask()).toBe(2)
  expect(await under).toBe(1)
  await own.stop()
})
