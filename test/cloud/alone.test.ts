import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAt } from './database-at'

// `npm run cloud`, as somebody with another project starts it.

const root = join(__dirname, '../..')
let dir: string
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'alone-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const start = (schema: object, data = 'data'): ReturnType<typeof spawn> => {
  const file = join(dir, 'schema.json')
  writeFileSync(file, JSON.stringify(schema))
  const main = ['--import', 'tsx', 'local/cloud/main.ts']
  const options = ['--port', '0', '--data', join(dir, data), '--schema', file]
  return spawn(process.execPath, [...main, ...options], { cwd: root })
}
const said = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
  const [text] = (await once(stream!, 'data')) as [Buffer]
  return String(text).trim()
}

test('with only a port, a folder and a schema it serves the SDK, and what was stored is there again', async () => {
  const schema = { collections: { notes: {} } }
  const first = start(schema)
  const notes = databaseAt(await said(first.stdout)).collection('notes')
  await notes.doc('a').set({ text: '你好' })
  first.kill('SIGTERM')
  expect(await once(first, 'exit')).toEqual([0, null])
  const second = start(schema)
  const again = databaseAt(await said(second.stdout)).collection('notes')
  expect((await again.doc('a').get()).data).toEqual([{ _id: 'a', text: '你好' }])
  second.kill('SIGTERM')
  await once(second, 'exit')
})

test.each([
  [{ collections: { notes: { index: [] } } }, 'index'],
  [{ collections: { notes: { permission: 'EVERYBODY' } } }, 'permission'],
  [{ collection: {} }, 'collections'],
  [
    {
      collections: {
        notes: { indexes: [{ name: 'p', keys: [{ name: 'p', direction: '2dsphere' }] }] },
      },
    },
    'direction',
  ],
])('the schema %j is refused with its mistake', async (schema, mistake) => {
  const cloud = start(schema)
  const [text] = await Promise.all([said(cloud.stderr), once(cloud, 'exit')])
  expect(text).toContain('schema.json is not a schema')
  expect(text).toContain(mistake)
  expect(cloud.exitCode).toBe(1)
})
