import { fork } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { codeOf, startCloud } from './start-cloud'

const newDir = (): string => mkdtempSync(join(tmpdir(), 'cloud-'))

const REQUIRE =
  "import { createRequire as from } from 'node:module'; const require = from(import.meta.url)"

/** Bundled once: started twenty times, it must not be compiled twenty times. */
function bundledWriter(dir: string): string {
  const outfile = join(dir, 'writer.mjs')
  buildSync({
    entryPoints: [join(__dirname, 'fixtures/writer.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    banner: { js: REQUIRE },
    external: ['libsql', '@cloudbase/node-sdk', 'zxing-wasm'],
    logLevel: 'error',
  })
  // Packages are looked for from where the file is.
  symlinkSync(join(__dirname, '../../node_modules'), join(dir, 'node_modules'))
  return outfile
}

/** A writer in a process of its own, killed hard so many milliseconds after its first answer; returns what it was told is stored. */
async function killedWriter(file: string, dir: string, after: number): Promise<string[]> {
  const writer = fork(file, [dir, join(__dirname, 'fixtures')])
  const told: string[] = []
  writer.on('message', (id) => {
    if (told.push(id as string) === 1) setTimeout(() => writer.kill('SIGKILL'), after)
  })
  const [code, signal] = (await once(writer, 'exit')) as [number | null, string | null]
  expect([code, signal]).toEqual([null, 'SIGKILL'])
  return told
}

test('twenty kills at any moment: what was acknowledged is there, and nothing is half there', async () => {
  const dir = newDir()
  const file = bundledWriter(dir)
  const told: string[] = []
  for (let kill = 0; kill < 20; kill++)
    told.push(...(await killedWriter(file, dir, Math.random() * 200)))
  const cloud = await startCloud(dir)
  const idsOf = async (collection: string): Promise<string[]> => {
    const { documents } = await cloud.get(`/__local/collections/${collection}`)
    return (documents as { _id: string }[]).map((doc) => doc._id)
  }
  const [things, days] = [await idsOf('things'), await idsOf('days')]
  await cloud.stop()
  const halves = new Set([...things, ...days])
  expect(told.length).toBeGreaterThan(20)
  expect(told.filter((id) => !halves.has(`${id}-1`) || !halves.has(`${id}-2`))).toEqual([])
  const alone = [...halves].filter(
    (id) => !halves.has(id.replace(/-[12]$/, id.endsWith('1') ? '-2' : '-1')),
  )
  expect(alone).toEqual([])
  expect(days.length).toBeGreaterThan(0)
}, 90_000)

test('a folder has one owner; the second is told so in one sentence', async () => {
  const dir = newDir()
  const cloud = await startCloud(dir)
  await expect(startCloud(dir)).rejects.toMatchObject({
    code: 'DATA_DIR_LOCKED',
    message: expect.stringMatching(/in use by another local cloud/) as string,
  })
  await cloud.reopen()
  await cloud.stop()
})

test('a damaged file is reported and left alone', async () => {
  const dir = newDir()
  const cloud = await startCloud(dir)
  for (let i = 0; i < 50; i++) await cloud.db.collection('things').add({ text: 'x'.repeat(500) })
  await cloud.close()
  const file = openSync(join(dir, 'data/cloud.db'), 'r+')
  writeSync(file, Buffer.alloc(9000, 7), 0, 9000, 2000)
  closeSync(file)
  expect(await codeOf(startCloud(dir).then((opened) => opened.stop()))).toBe('DATA_DAMAGED')
  rmSync(dir, { recursive: true, force: true })
})

test.each<[string, (file: string) => void]>([
  ['emptied', (file) => truncateSync(file)],
  ['cut short', (file) => truncateSync(file, 5000)],
  ['overwritten at its beginning', (file) => writeFileSync(file, 'not a database', { flag: 'r+' })],
])('a file that was %s is reported, and stays as it is', async (_how, spoil) => {
  const dir = newDir()
  const cloud = await startCloud(dir)
  for (let i = 0; i < 20; i++) await cloud.db.collection('things').add({ text: 'x'.repeat(500) })
  await cloud.close()
  const file = join(dir, 'data/cloud.db')
  spoil(file)
  const before = readFileSync(file)
  expect(await codeOf(startCloud(dir).then((opened) => opened.stop()))).toBe('DATA_DAMAGED')
  expect(readFileSync(file).equals(before)).toBe(true)
  rmSync(dir, { recursive: true, force: true })
})

test('a document whose text was spoilt is reported when it is read', async () => {
  const dir = newDir()
  const cloud = await startCloud(dir)
  await cloud.db.collection('things').doc('a').set({ word: 'unmistakable' })
  await cloud.close()
  const file = join(dir, 'data/cloud.db')
  const bytes = readFileSync(file)
  bytes.write('}}}}', bytes.indexOf('"unmistakable"'))
  writeFileSync(file, bytes)
  const again = await startCloud(dir)
  expect(await codeOf(again.db.collection('things').doc('a').update({ n: 1 }))).toBe('DATA_DAMAGED')
  await again.stop()
})

test('a snapshot brings back documents, indexes and the time', async () => {
  const cloud = await startCloud()
  const people = cloud.db.collection('people')
  const seed = [{ _id: 'p', site: 's', phone: '1', born: { $date: '2024-05-23T00:00:00Z' } }]
  await cloud.post('/__local/documents', { collection: 'people', documents: seed })
  await cloud.post('/__local/clock', { now: '2026-11-25T09:40:00+08:00', running: false })
  await cloud.post('/__local/snapshot', { name: 'seeded' })
  await cloud.post('/__local/clock', { now: '2026-11-25T12:00:00+08:00' })
  await people.doc('p').remove()
  await people.doc('q').set({ site: 's', phone: '2' })
  await cloud.post('/__local/reset', { snapshot: 'seeded' })
  expect((await people.get()).data).toEqual([
    { _id: 'p', site: 's', phone: '1', born: new Date('2024-05-23T00:00:00Z') },
  ])
  expect((await people.where({ site: 's', phone: '1' }).get()).data).toHaveLength(1)
  expect((await people.where({ site: 's', phone: '2' }).get()).data).toHaveLength(0)
  expect(await cloud.get('/__local/clock')).toMatchObject({ text: '2026-11-25T09:40:00.000+08:00' })
  await cloud.reopen()
  expect(await cloud.get('/__local/clock')).toMatchObject({ text: '2026-11-25T09:40:00.000+08:00' })
  expect(await cloud.post('/__local/reset', { snapshot: 'unknown' })).toMatchObject({ status: 400 })
  expect((await cloud.db.collection('people').count()).total).toBe(1)
  await cloud.stop()
})
