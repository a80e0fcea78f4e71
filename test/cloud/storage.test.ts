import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { appAt } from './app-at'
import { codeOf, startCloud, type TestCloud } from './start-cloud'

let cloud: TestCloud
let app: ReturnType<typeof appAt>
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.post('/__local/reset')
  app = appAt(cloud.url)
})

const upload = async (cloudPath: string, text = '小雨的画'): Promise<string> =>
  (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID
const download = async (fileID: string): Promise<string> =>
  String((await app.downloadFile({ fileID })).fileContent)
const urlOf = async (fileID: string, maxAge = 60): Promise<string> =>
  (await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]!.tempFileURL
const contents = (): string[] => readdirSync(join(cloud.dir, 'data/files'))

test('a file goes up, comes down and is gone when deleted', async () => {
  const fileID = await upload('stories/2026/小鱼 1.png')
  expect(fileID).toBe('cloud://local.6c6f-local-1300000000/stories/2026/小鱼 1.png')
  expect(await download(fileID)).toBe('小雨的画')
  const { fileList } = await app.deleteFile({ fileList: [fileID, `${fileID}x`] })
  expect(fileList.map((file: { code: string }) => file.code)).toEqual([
    'SUCCESS',
    'STORAGE_FILE_NONEXIST',
  ])
  expect(await codeOf(app.downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST')
  expect(contents()).toEqual([])
})

test('the same path again replaces the content; two paths may have the same', async () => {
  const first = await upload('a.txt', 'one')
  const second = await upload('b.txt', 'one')
  await upload('a.txt', 'two')
  await app.deleteFile({ fileList: [second] })
  expect(await download(first)).toBe('two')
  expect(contents()).toHaveLength(1)
})

test('files survive a restart, and their addresses too', async () => {
  const fileID = await upload('a.txt')
  const path = new URL(await urlOf(fileID))
  await cloud.reopen()
  app = appAt(cloud.url)
  expect(await download(fileID)).toBe('小雨的画')
  const again = await fetch(cloud.url + path.pathname + path.search)
  expect(await again.text()).toBe('小雨的画')
})

test('an address is good for its time, for its file and to read', async () => {
  const fileID = await upload('a.txt')
  await upload('b.txt')
  const url = await urlOf(fileID)
  expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe('12')
  expect((await fetch(url.replace('a.txt', 'b.txt'))).status).toBe(403)
  expect((await fetch(url.replace(/sign=\w/, 'sign=z'))).status).toBe(403)
  expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403)
  expect((await fetch(url, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  const { now } = (await cloud.get('/__local/clock')) as unknown as { now: number }
  await cloud.post('/__local/clock', { now: now + 61_000 })
  expect((await fetch(url)).status).toBe(403)
})

test('no path leads out of the bucket', async () => {
  for (const path of [
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    'a\\b',
    'a\0b',
    '',
    'x'.repeat(900),
  ])
    expect(await codeOf(upload(path))).toBe('INVALID_PARAM')
  const outside = await fetch(`${cloud.url}/storage/..%2F..%2Fdata%2Fcloud.db?sign=x&t=9999999999`)
  expect(outside.status).toBe(403)
})

test('51 MB are refused and leave nothing', async () => {
  const fileContent = Buffer.alloc(51 * 1024 * 1024)
  expect(await codeOf(app.uploadFile({ cloudPath: 'big.bin', fileContent }))).toBe(
    'STORAGE_REQUEST_FAIL',
  )
  expect((await cloud.get('/__local/files'))['files']).toEqual([])
  expect(contents()).toEqual([])
})

test('a phone uploads, reads and deletes; what somebody else made it only reads', async () => {
  const phone = (openid: string, path: string, body: object) =>
    fetch(`${cloud.url}/cloud/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify(body),
    }).then((response) => response.json())
  const file = { cloudPath: 'covers/a.png', content: Buffer.from('封面').toString('base64') }
  const { fileID } = await phone('lin', 'upload', file)
  expect(await download(fileID)).toBe('封面')
  const { fileList } = await phone('mother', 'file-urls', { fileList: [{ fileID }] })
  expect(await (await fetch(fileList[0].tempFileURL)).text()).toBe('封面')
  expect(await phone('mother', 'upload', file)).toMatchObject({ errCode: -503002 })
  expect(await phone('mother', 'delete-files', { fileList: [{ fileID }] })).toMatchObject({
    fileList: [{ status: 1 }],
  })
  expect(await phone('lin', 'delete-files', { fileList: [{ fileID }] })).toMatchObject({
    fileList: [{ status: 0 }],
  })
  expect(contents()).toEqual([])
})
