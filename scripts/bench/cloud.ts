import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine, type Change } from '../../local/cloud/engine/engine'
import { laptopAt } from '../../local/seed/laptop'
import { loaded, RawClient, type Load } from './raw-client'

const CALLERS = [1, 32, 256]
/** Milliseconds that each figure is measured. */
const SPELL = 800
/** Milliseconds before that, so that compiled code is measured. */
const WARM = 300
const MANY = 200_000
const SCHEMA = {
  collections: {
    many: {
      indexes: [{ name: 'by_owner', keys: [{ name: 'owner', direction: '1' }], unique: false }],
    },
    days: {},
    added: {},
  },
}

interface Server {
  child: ChildProcess
  url: string
  echoUrl: string
  startMs: number
}

/** Requests a second and delays of the local cloud beside a bare server and the bare engine in the same run. */
export async function cloud(): Promise<object> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const schemaFile = join(dir, 'schema.json')
  writeFileSync(schemaFile, JSON.stringify(SCHEMA))
  const data = join(dir, 'data')
  try {
    const first = await serve(data, schemaFile)
    await fill(first.url)
    await closed(first)
    const server = await serve(data, schemaFile)
    console.log(`start with ${MANY} documents: ${server.startMs.toFixed(0)} ms`)
    const figures = await measured(server)
    const { memoryMb } = await usedBy(server)
    const before = performance.now()
    await laptopAt(server.url).control('reset', {})
    const resetMs = Math.round(performance.now() - before)
    console.log(`memory at most ${memoryMb} MB, reset ${resetMs} ms`)
    await closed(server)
    const engine = await bareEngine(join(dir, 'bare'))
    return { startMs: Math.round(server.startMs), resetMs, memoryMb, ...figures, engine }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function serve(data: string, schemaFile: string): Promise<Server> {
  const child = fork('scripts/bench/cloud-server.ts', [data, schemaFile], {
    execArgv: ['--import', 'tsx'],
  })
  const [told] = (await once(child, 'message')) as [Omit<Server, 'child'>]
  return { child, ...told }
}

async function closed({ child }: Server): Promise<void> {
  child.send('close')
  await once(child, 'exit')
}

interface Used {
  memoryMb: number
  /** Milliseconds of processor time so far. */
  cpuMs: number
}

async function usedBy({ child }: Server): Promise<Used> {
  child.send('used')
  return ((await once(child, 'message')) as [Used])[0]
}

async function fill(url: string): Promise<void> {
  const laptop = laptopAt(url)
  const part = 10_000
  for (let from = 0; from < MANY; from += part)
    await laptop.control('documents', {
      collection: 'many',
      documents: Array.from({ length: part }, (_v, n) => manyOf(from + n)),
    })
  await laptop.control('documents', {
    collection: 'days',
    documents: [day('small', 0), day('big', 60)],
  })
}

const manyOf = (n: number): object => ({
  _id: `m${n}`,
  owner: `o${n}`,
  name: `孩子${n}`,
  at: { $date: { $numberLong: String(1_764_000_000_000 + n) } },
  places: [1, 2, 3],
})

/** A day with so many reservations, of the size that a booked one has. */
function day(id: string, reservations: number): object {
  const numbers = Array.from({ length: reservations }, (_v, n) => n)
  const buckets = Array.from({ length: 18 }, (_v, n) => [`b${n}`, { children: 0, load: 0 }])
  return {
    _id: id,
    planVersion: 1,
    n: 0,
    half: Object.fromEntries(buckets) as object,
    reservations: Object.fromEntries(
      numbers.map((n) => [
        `r${n}`,
        {
          state: 'booked',
          rev: 1,
          group: 'big',
          load: 5,
          at: n,
          span: { from: '09:00', to: '11:00' },
          guardianId: `g${n}`,
          quote: {
            totalFen: 2700,
            lines: [
              { code: 'hours', fen: 3000 },
              { code: 'resident', fen: -300 },
            ],
          },
        },
      ]),
    ) as object,
  }
}

const request = (action: string, collectionName: string, more: object): string =>
  JSON.stringify({ action: `database.${action}`, collectionName, envName: 'local', ...more })
const idOf = (id: string): string => JSON.stringify({ _id: id })
const get = (id: string): string =>
  request('getDocument', 'many', { query: idOf(id), queryType: 'DOC', offset: 0, limit: 1 })
const projected = (id: string): string =>
  request('getDocument', 'days', {
    query: idOf(id),
    queryType: 'WHERE',
    offset: 0,
    limit: 1,
    projection: '{"reservations":{"$numberInt":"0"}}',
  })
const byOwner = (n: number): string =>
  request('getDocument', 'many', { query: `{"owner":"o${n}"}`, queryType: 'WHERE', limit: 1 })
const update = (id: string, turn: string): string =>
  request('modifyDocument', 'days', {
    query: `{"_id":"${id}","planVersion":{"$numberInt":"1"},"half.b1.children":{"$lt":{"$numberDouble":"1e9"}}}`,
    data: `{"$inc":{"half.b1.children":{"$numberInt":"1"}},"$set":{"turn":"${turn}"}}`,
    multi: true,
    merge: true,
    upsert: false,
  })
const lost = (id: string): string =>
  request('modifyDocument', 'days', {
    query: `{"_id":"${id}","planVersion":{"$numberInt":"2"},"half.b1.children":{"$lt":{"$numberInt":"19"}}}`,
    data: '{"$inc":{"half.b1.children":{"$numberInt":"1"}}}',
    multi: true,
    merge: true,
    upsert: false,
  })
const insert = (n: string): string =>
  request('insertDocument', 'added', { data: [`{"_id":"${n}","n":{"$numberInt":"1"}}`] })

type Once = (client: RawClient, caller: number, turn: number) => Promise<void>
const sending =
  (body: (caller: number, turn: number) => string): Once =>
  async (client, caller, turn) => {
    const reply = await client.send(body(caller, turn))
    if (reply.includes('"code"')) throw new Error(reply)
  }

/** Reads one document of many, writes it anew and ends: four requests. */
const transaction: Once = async (client, caller, turn) => {
  const { transactionId } = JSON.parse(await client.send(request('startTransaction', '', {}))) as {
    transactionId: string
  }
  const id = `m${(turn * 256 + caller) % MANY}`
  const steps = [
    request('getDocument', 'many', { query: idOf(id), queryType: 'DOC', transactionId }),
    request('modifyDocument', 'many', {
      query: idOf(id),
      data: `{"$set":{"turn":"${caller}.${turn}"}}`,
      multi: false,
      merge: true,
      upsert: false,
      transactionId,
    }),
    request('commitTransaction', '', { transactionId }),
  ]
  for (const step of steps) {
    const reply = await client.send(step)
    if (reply.includes('"code"')) throw new Error(reply)
  }
}

const random = (): number => Math.floor(Math.random() * MANY)
const WORK: [name: string, once: Once][] = [
  ['get', sending(() => get(`m${random()}`))],
  ['indexed', sending(() => byOwner(random()))],
  ['projectedSmall', sending(() => projected('small'))],
  ['projectedBig', sending(() => projected('big'))],
  ['updateSmall', sending((c, t) => update('small', `${c}.${t}`))],
  ['updateBig', sending((c, t) => update('big', `${c}.${t}`))],
  ['lostSmall', sending(() => lost('small'))],
  ['lostBig', sending(() => lost('big'))],
  ['transaction', transaction],
]

/** Processor time of the server a request: unlike requests a second it says the same on a busy machine. */
type Figure = Load & { cpuMicros: number }

async function measured(server: Server): Promise<Record<string, unknown>> {
  const { url, echoUrl } = server
  const figures: Record<string, Record<number, Figure>> = {}
  for (const callers of CALLERS) {
    const note = async (name: string, target: string, work: Once): Promise<void> => {
      const clients = Array.from({ length: callers }, () => new RawClient(target, '/admin'))
      await loaded(clients, WARM, work)
      const before = await usedBy(server)
      const load = await loaded(clients, SPELL, work)
      const cpuMs = (await usedBy(server)).cpuMs - before.cpuMs
      const cpuMicros = Math.round((cpuMs * 1000) / load.count)
      for (const client of clients) client.close()
      console.log(
        `${String(callers).padStart(4)} callers  ${name.padEnd(15)} ${String(load.perSecond).padStart(6)}/s  p50 ${load.p50} ms  p99 ${load.p99} ms  cpu ${cpuMicros} µs`,
      )
      ;(figures[name] ??= {})[callers] = { ...load, cpuMicros }
    }
    await note(
      'echo',
      echoUrl,
      sending(() => get(`m${random()}`)),
    )
    for (const [name, work] of WORK) await note(name, url, work)
    await note(
      'insert',
      url,
      sending((c) => insert(`${callers}.${c}.${Math.random()}`)),
    )
  }
  const of = (name: string): number => figures[name]![32]!.perSecond
  return {
    getToEcho: Number((of('get') / of('echo')).toFixed(2)),
    indexedToGet: Number((of('indexed') / of('get')).toFixed(2)),
    figures,
  }
}

/** The engine alone, without wire and queries: reads, and commits of one write each. */
async function bareEngine(dir: string): Promise<object> {
  mkdirSync(dir)
  const engine = new Engine(dir)
  engine.write(Array.from({ length: 1000 }, (_v, n) => change(`m${n}`)))
  await engine.durable()
  let started = performance.now()
  const reads = 100_000
  for (let n = 0; n < reads; n++) engine.read('c', `m${n % 1000}`)
  const readsPerSecond = Math.round((reads / (performance.now() - started)) * 1000)
  started = performance.now()
  const commits = 1000
  for (let n = 0; n < commits; n++) {
    engine.write([change(`m${n}`)])
    await engine.durable()
  }
  const commitsPerSecond = Math.round((commits / (performance.now() - started)) * 1000)
  engine.close()
  return { readsPerSecond, commitsPerSecond }
}

const change = (id: string): Change => ({
  collection: 'c',
  id,
  text: JSON.stringify(manyOf(1)),
  drop: [],
  add: [],
})
