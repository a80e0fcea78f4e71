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

test('a snapshot cannot be written outside the data folder', async () => {
  expect(await cloud.post('/__local/snapshot', { name: '../../x' })).toMatchObject({ status: 400 })
})
