import { request } from 'node:http'
import { codeOf, startCloud, type TestCloud } from './start-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

interface Sent {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}
/** As any program may send it: fetch would not let us set Host. */
const statusOf = ({ method = 'POST', path, headers = {}, body = '{}' }: Sent): Promise<number> =>
  new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', ...headers }
    request(cloud.url + path, { method, headers: all }, (res) => resolve(res.resume().statusCode!))
      .on('error', reject)
      .end(body)
  })

const insert = (data: string): Promise<number> =>
  statusOf({
    path: '/admin',
    body: JSON.stringify({
      action: 'database.insertDocument',
      collectionName: 'things',
      data: [data],
    }),
  })

test.each(['/admin', '/cloud/call', '/__local/reset'])(
  '%s is closed to pages of another origin, other hosts and forms',
  async (path) => {
    expect(await statusOf({ path, headers: { origin: 'https://evil.example' } })).toBe(403)
    expect(await statusOf({ path, headers: { origin: 'null' } })).toBe(403)
    expect(await statusOf({ path, headers: { host: 'evil.example:8700' } })).toBe(403)
    expect(await statusOf({ path, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403)
    expect(await statusOf({ path, headers: { 'content-type': 'text/plain' } })).toBe(403)
    expect(await statusOf({ path, method: 'PUT' })).toBe(403)
    expect(await statusOf({ path, headers: { origin: cloud.url } })).toBe(200)
  },
)

test('a page of another site cannot look into the data either', async () => {
  const path = '/__local/collections/things'
  expect(
    await statusOf({ method: 'GET', path, headers: { 'sec-fetch-site': 'cross-site' }, body: '' }),
  ).toBe(403)
  expect(await statusOf({ method: 'GET', path, body: '' })).toBe(200)
})

test('nonsense is answered, not stored', async () => {
  for (const body of [
    '',
    '[]',
    'x'.repeat(1_000_000),
    '{"action":"database.dropEverything"}',
    '{"action":"database.insertDocument","collectionName":"things","data":["{"]}',
  ])
    expect(await statusOf({ path: '/admin', body })).toBe(200)
  expect((await cloud.get('/__local/collections/things'))['documents']).toEqual([])
})

test('hostile JSON neither stalls nor pollutes', async () => {
  await insert('{"__proto__":{"polluted":1}}')
  await insert(`{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  expect((await cloud.db.collection('things').count()).total).toBe(0)
  const update = cloud.db.collection('things').doc('a').update({ 'x.__proto__.y': 1 })
  expect(await codeOf(update)).toBe('none')
})

test('a regular expression that explodes elsewhere is answered; one that must is refused', async () => {
  const things = cloud.db.collection('things')
  await things.doc('long').set({ text: `${'a'.repeat(5000)}b`, huge: 1e308 })
  const matching = (regexp: string): ReturnType<typeof things.get> =>
    things.where({ text: cloud.db.RegExp({ regexp, options: '' }) }).get()
  expect((await matching('^(a+)+$')).data).toEqual([])
  expect((await matching('^(a|aa)+b$')).data).toHaveLength(1)
  expect(await codeOf(matching('(a+)\\1+$'))).toBe('INVALID_PARAM')
  expect(await codeOf(matching('('))).toBe('INVALID_PARAM')
  await things.doc('long').remove()
})

const numbers = (count: number): number[] => Array.from({ length: count }, (_v, n) => n)

test('what would work for ever is answered or refused, and others are served', async () => {
  const things = cloud.db.collection('things')
  const _ = cloud.db.command
  await things.doc('long').set({ text: `${'A'.repeat(5000)}B` })
  const expression = (operand: object): Promise<unknown> =>
    things
      .aggregate()
      .project({ _id: 0, is: operand })
      .end()
      .then(({ data }: { data: unknown }) => data)
  expect((await things.where({ text: /^(a+)+$/i }).count()).total).toBe(0)
  const { $regexMatch, $map } = {
    $regexMatch: { input: '$text', regex: '^(a+)+$', options: 'i' },
    $map: {
      input: { $range: [0, 90_000] },
      as: 'i',
      in: {
        $map: {
          input: { $range: [0, 90_000] },
          as: 'j',
          in: { $add: ['$$i', '$$j'] },
        },
      },
    },
  }
  expect(await expression({ $regexMatch })).toEqual([{ is: false }])
  expect(await codeOf(expression({ $map }))).toBe('DATABASE_INVALID_OPERRATOR')
  const both = { site: _.in(numbers(3000)), phone: _.in(numbers(3000)) }
  expect((await cloud.db.collection('people').where(both).count()).total).toBe(0)
  const parallel = { site: numbers(3000), phone: numbers(3000) }
  expect(await codeOf(cloud.db.collection('people').add(parallel))).toBe('DATABASE_REQUEST_FAILED')
  const wide = { $or: numbers(5000).map((n) => ({ n })) }
  expect((await things.where(wide).count()).total).toBe(0)
  const deep = Array.from({ length: 5000 }, () => 'a').join('.')
  expect((await things.where({ [deep]: 1 }).count()).total).toBe(0)
  expect(await codeOf(things.doc('long').update({ [deep]: 1 }))).toBe('DATABASE_REQUEST_FAILED')
  await things.doc('long').remove()
}, 60_000)

test('a document stays below 16 MB, a request too', async () => {
  const things = cloud.db.collection('things')
  await things.doc('big').set({ text: 'x'.repeat(9e6) })
  const more = things.doc('big').update({ more: 'x'.repeat(9e6) })
  expect(await codeOf(more)).toBe('DATABASE_REQUEST_FAILED')
  const whole = things.doc('big').set({ text: 'x'.repeat(17e6) })
  expect(await codeOf(whole)).toBe('EXCEED_REQUEST_SIZE_LIMIT')
  expect((await things.doc('big').get()).data[0]).not.toHaveProperty('more')
  await things.doc('big').remove()
})

test('ids that only look alike are different documents', async () => {
  const things = cloud.db.collection('things')
  const ids = [
    5,
    '5',
    '\u0001{"id":{"$numberInt":"5"}}',
    'a',
    'a\0b',
    'a\0c',
    '\ud800',
    '\ud801',
    '',
  ]
  await things.add(ids.map((_id) => ({ _id })))
  expect((await things.count()).total).toBe(ids.length)
  for (const id of ids.filter((each) => each !== '')) {
    const { data } = (await things.doc(id).get()) as { data: unknown[] }
    expect(data).toEqual([{ _id: id }])
  }
  await things.where({}).remove()
})

test('a snapshot cannot be written outside the data folder', async () => {
  expect(await cloud.post('/__local/snapshot', { name: '../../x' })).toMatchObject({ status: 400 })
})
