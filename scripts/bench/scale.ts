import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from '../../local/cloud/engine/engine'
import { readSchema } from '../../local/cloud/schema'
import { serveCloud, type ServedCloud } from '../../local/cloud/serve'
import { Store, type Put } from '../../local/cloud/store/store'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE, roster, site as demonstration, tariff } from '../../local/seed/site'
import { variablesOf } from '../../local/variables'
import { buildFunctions } from '../build-functions'
import { AGREED } from './agreed'

const SITES = (process.env.SITES ?? '1,100,10000').split(',').map(Number)
/** Of each site: days that are over, and what they left behind. */
const DAYS = 365
const BOOKINGS = 52
const FAMILIES = 8
/** Bookings before any is counted, and those that are. */
const WARM = 60
const COUNTED = 200
/** The days and hours that they are for: nineteen places hold all of them. */
const DATES = ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03']
const HOURS = [9, 10, 14, 15, 16].map((hour) => ({ from: clock(hour), to: clock(hour + 1) }))
/** Documents written in one go while the data is made. */
const AT_ONCE = 5_000
const TODAY = Date.parse('2026-11-25T10:00:00+08:00')
const DAY = 86_400_000
const SCHEMA_FILE = 'cloudfunctions/schema.json'

/** All places open at once: what is measured is a booking, not its tranche. */
const { release: _release, weekMinutes: _week, ...site } = demonstration

interface Measured {
  readonly sites: number
  readonly cloud: ServedCloud
  readonly laptop: Laptop
  readonly ms: number[]
}

/**
 * What one booking costs at a point among 1, 100 and 10,000 points, each with a year behind it. The three clouds stand side
 * by side and are asked in turn, so that whatever else the machine does meets all of them alike.
 */
export async function scale(): Promise<object> {
  await buildFunctions()
  const dir = mkdtempSync(join(tmpdir(), 'scale-'))
  const open: Measured[] = []
  try {
    for (const sites of SITES) open.push(await opened(join(dir, String(sites)), sites))
    for (let n = 0; n < WARM; n++) for (const each of open) await book(each, n)
    for (const each of open) {
      each.ms.length = 0
      await each.laptop.control('requests')
    }
    for (let n = WARM; n < WARM + COUNTED; n++) for (const each of open) await book(each, n)
    const rows = await Promise.all(open.map(row))
    for (const { sites, documents, ms, requests, bytes } of rows)
      console.log(
        `${sites} sites, ${documents} documents: ${ms} ms, ${requests} requests, ${bytes} bytes a booking`,
      )
    const flat = (of: (row: Row) => number): number => {
      const all = rows.map(of)
      return Number((Math.max(...all) / Math.min(...all)).toFixed(2))
    }
    return {
      rows,
      flatMs: flat(({ ms }) => ms),
      flatRequests: flat(({ requests }) => requests),
      flatBytes: flat(({ bytes }) => bytes),
    }
  } finally {
    for (const { cloud } of open) await cloud.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The measured point first, so that the timer plans its days alone; then all the others. */
async function opened(dataDir: string, sites: number): Promise<Measured> {
  mkdirSync(dataDir)
  fill(dataDir, measuredPoint)
  const first = await serve(dataDir)
  const alone = laptopAt(first.url)
  await alone.control('clock', { now: TODAY, running: false })
  await alone.control('timers/scheduled')
  await first.close()
  fill(dataDir, (put) => {
    for (let n = 2; n <= sites; n++) pastOf(`site-${n}`, put)
  })
  const cloud = await serve(dataDir)
  return { sites, cloud, laptop: laptopAt(cloud.url), ms: [] }
}

function serve(dataDir: string): Promise<ServedCloud> {
  return serveCloud({
    dataDir,
    schemaFile: SCHEMA_FILE,
    rcFile: 'cloudbaserc.json',
    invokeRulesFile: 'cloudfunctions/invoke-rules.json',
    variables: variablesOf(dataDir),
    port: 0,
  })
}

type PutOne = (collection: string, id: string, fields: object) => void

/** Straight into the file: through the functions this would take an hour. */
function fill(dataDir: string, work: (put: PutOne) => void): void {
  const engine = new Engine(dataDir)
  const store = new Store(engine, readSchema(SCHEMA_FILE))
  const waiting = new Map<string, Put[]>()
  const flush = (collection: string) => {
    store.write(store.changes(collection, waiting.get(collection) ?? []))
    waiting.set(collection, [])
  }
  work((collection, id, fields) => {
    const puts = waiting.get(collection) ?? []
    waiting.set(collection, puts)
    puts.push({ id, doc: { _id: id, ...fields } })
    if (puts.length >= AT_ONCE) flush(collection)
  })
  for (const collection of waiting.keys()) flush(collection)
  engine.close()
}

function measuredPoint(put: PutOne): void {
  put('tariffs', tariff._id, tariff)
  put('rosters', SITE, roster)
  for (let n = 0; n < WARM + COUNTED; n++) put('households', `measured${n}`, household(n))
  pastOf(SITE, put)
}

/** A year of one site: its days, some of its bookings and its families. */
function pastOf(id: string, put: PutOne): void {
  put('sites', id, { ...site, id, _id: id })
  for (let back = 1; back <= DAYS; back++) {
    const date = new Date(TODAY - back * DAY).toISOString().slice(0, 10)
    put('days', `${id}_${date}`, {
      siteId: id,
      date,
      planVersion: 1,
      reservations: {},
      touchedAt: TODAY - back * DAY,
    })
  }
  for (let n = 0; n < BOOKINGS; n++) {
    const startsAt = TODAY - (n + 1) * 7 * DAY
    const date = new Date(startsAt).toISOString().slice(0, 10)
    const householdId = `${id}-family${n % FAMILIES}`
    put('bookings', `${id}-${n}`, {
      siteId: id,
      householdId,
      startsAt,
      date,
      state: 'gone',
      rev: 3,
    })
  }
  for (let n = 0; n < FAMILIES; n++)
    put('households', `${id}-family${n}`, { siteId: id, guardians: [], children: [], rev: 1 })
}

function household(n: number): object {
  const id = `measured${n}`
  const child = { id: `${id}-1`, name: `孩子${n}`, birthDate: '2024-10-20', allergies: '' }
  const guardian = { openid: `o-${id}`, name: `家长${n}`, phone: '13800000000', consents: AGREED }
  const papers = { at: 0, by: '陈老师' }
  const family = { guardians: [guardian], children: [child], rev: 1, childCount: 1, papers }
  return { id, siteId: SITE, ...family }
}

/** One family after another takes an hour: no race, and room for all of them. */
async function book({ laptop, ms }: Measured, n: number): Promise<void> {
  const ask = {
    siteId: SITE,
    childIds: [`measured${n}-1`],
    date: DATES[n % DATES.length],
    span: HOURS[Math.floor(n / DATES.length) % HOURS.length],
    attempt: `attempt-${n}`,
    seenTotalFen: 1350,
    accepted: [],
  }
  const started = performance.now()
  await laptop.call(`o-measured${n}`, 'bookCare', ask)
  ms.push(performance.now() - started)
}

type Row = Awaited<ReturnType<typeof row>>

async function row({ sites, cloud, ms }: Measured) {
  const get = async (path: string) => (await fetch(`${cloud.url}/__local/${path}`)).json()
  const { requests } = await get('requests')
  const sum = (field: 'count' | 'bytes'): number =>
    requests
      .filter((each: { useCase: string }) => each.useCase === 'bookCare')
      .reduce((total: number, each: Record<string, number>) => total + (each[field] ?? 0), 0)
  const { collections } = await get('collections')
  const documents = collections.reduce(
    (all: number, { count }: { count: number }) => all + count,
    0,
  )
  const sorted = ms.toSorted((a, b) => a - b)
  return {
    sites,
    documents,
    ms: Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)),
    requests: sum('count') / ms.length,
    bytes: Math.round(sum('bytes') / ms.length),
  }
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
