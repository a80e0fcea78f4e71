import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from '../../local/cloud/engine/engine'
import { readSchema } from '../../local/cloud/schema'
import { serveCloud } from '../../local/cloud/serve'
import { Store } from '../../local/cloud/store/store'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE, roster, site, staffPeople, tariff } from '../../local/seed/site'
import { variablesOf } from '../../local/variables'
import { buildFunctions } from '../build-functions'

const FAMILIES = (process.env.FAMILIES ?? '80,20000').split(',').map(Number)
/** Every so many-th family has two guardians; of the guardians every so many-th allows no message. */
const TWO_ONE_IN = 4
const MUTE_ONE_IN = 4
/** Documents written in one go while the data is made. */
const AT_ONCE = 5_000
const NOW = Date.parse('2026-11-25T10:00:00+08:00')
const SCHEMA_FILE = 'cloudfunctions/schema.json'
const DESK = 'o-community'

/** What a notice costs to 80 families and to 20,000: planning its audience, and telling all of them, by family. */
export async function notices(): Promise<object> {
  await buildFunctions()
  const dir = mkdtempSync(join(tmpdir(), 'notices-'))
  try {
    const rows: Row[] = []
    for (const families of FAMILIES) rows.push(await measure(join(dir, String(families)), families))
    // What a family costs among the most, in parts of what it costs among the fewest.
    const grows = (of: (row: Row) => number): number => {
      const [first, last] = [rows[0], rows.at(-1)]
      return first && last ? Number((of(last) / of(first)).toFixed(2)) : 1
    }
    return {
      rows,
      requestsGrow: grows(({ requests }) => requests),
      apiCallsGrow: grows(({ apiCalls }) => apiCalls),
      planMsGrow: grows(({ planMs }) => planMs),
      tellMsGrow: grows(({ tellMs }) => tellMs),
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

type Row = Awaited<ReturnType<typeof measure>>

async function measure(dataDir: string, families: number) {
  mkdirSync(dataDir)
  const allowed = fill(dataDir, families)
  const cloud = await serveCloud({
    dataDir,
    schemaFile: SCHEMA_FILE,
    rcFile: 'cloudbaserc.json',
    invokeRulesFile: 'cloudfunctions/invoke-rules.json',
    variables: variablesOf(dataDir),
    port: 0,
  })
  try {
    const laptop = laptopAt(cloud.url)
    await laptop.control('clock', { now: NOW, running: false })
    // The days are planned, and nothing else is left to do.
    await laptop.control('timers/scheduled')
    // Both functions are warm.
    await laptop.call(DESK, 'planNotice', { siteId: SITE })
    const idle = await counted(cloud.url, laptop, () => laptop.control('timers/scheduled'))
    const plan = await counted(cloud.url, laptop, () => planAll(laptop))
    let ticks = 0
    const tell = await counted(cloud.url, laptop, async () => {
      ticks = await tellAll(laptop)
    })
    if (tell.apiCalls !== allowed)
      throw new Error(`${allowed} guardians allow a message, ${tell.apiCalls} left`)
    const row = {
      families,
      ticks,
      planMs: Number((plan.ms / families).toFixed(3)),
      planRequests: plan.requests,
      requests: Number(((tell.requests - ticks * idle.requests) / families).toFixed(3)),
      apiCalls: Number((tell.apiCalls / families).toFixed(3)),
      tellMs: Number((tell.ms / families).toFixed(2)),
    }
    console.log(
      `${families} families: audience planned in ${Math.round(plan.ms)} ms with ${row.planRequests} requests; ` +
        `told in ${ticks} ticks: ${row.requests} database requests, ${row.apiCalls} API calls and ${row.tellMs} ms a family`,
    )
    return row
  } finally {
    await cloud.close()
  }
}

async function planAll(laptop: Laptop): Promise<void> {
  let after: string | undefined
  do {
    const ask = { siteId: SITE, audience: {}, ...(after ? { after } : {}) }
    after = (await laptop.call(DESK, 'planNotice', ask)).next
  } while (after)
}

/** Until nothing waits any more. */
async function tellAll(laptop: Laptop): Promise<number> {
  const noticeId = 'notice-bench'
  await laptop.call(DESK, 'sendNotice', {
    siteId: SITE,
    noticeId,
    title: '周五下午闭园消毒',
    text: '14点起闭园，周六照常开放',
  })
  for (let ticks = 0; ; ticks++) {
    const { result } = await laptop.control('timers/scheduled')
    if (result.done.sendMessages === 0 && result.done.tellNotices === 0) return ticks + 1
  }
}

async function counted(url: string, laptop: Laptop, work: () => Promise<unknown>) {
  await laptop.control('requests')
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  const answer = await fetch(`${url}/__local/requests`)
  const { requests } = (await answer.json()) as { requests: { action: string; count: number }[] }
  const sum = (isIt: (action: string) => boolean): number =>
    requests.filter(({ action }) => isIt(action)).reduce((all, { count }) => all + count, 0)
  return {
    ms,
    requests: sum((action) => action.startsWith('database.')),
    apiCalls: sum((action) => action === 'wx.api'),
  }
}

/**
 * Straight into the file: through the functions twenty thousand families would take an hour.
 * @returns how many guardians allow a message.
 */
function fill(dataDir: string, families: number): number {
  const engine = new Engine(dataDir)
  const store = new Store(engine, readSchema(SCHEMA_FILE))
  const put = (collection: string, docs: readonly { readonly _id: string }[]): void => {
    for (let at = 0; at < docs.length; at += AT_ONCE) {
      const some = docs.slice(at, at + AT_ONCE)
      store.write(
        store.changes(
          collection,
          some.map((doc) => ({ id: doc._id, doc: { ...doc } })),
        ),
      )
    }
  }
  const households = Array.from({ length: families }, (_, n) => household(n))
  const openids = households.flatMap(({ guardians }) => guardians.map(({ openid }) => openid))
  put('sites', [site])
  put('tariffs', [tariff])
  put('rosters', [{ ...roster, _id: SITE }])
  put('households', households)
  put('people', [
    ...staffPeople,
    ...openids.map((openid, n) => ({
      _id: openid,
      name: openid,
      roles: {},
      credits: { notice: allows(openid, n) ? 1 : 0 },
    })),
  ])
  const allowing = openids.filter(allows)
  for (const openid of allowing)
    engine.putSetting(`credit:${JSON.stringify([openid, site.templates.notice])}`, 1)
  engine.close()
  return allowing.length
}

function allows(_openid: string, n: number): boolean {
  return n % MUTE_ONE_IN !== 0
}

function household(n: number) {
  const id = `family${String(n).padStart(6, '0')}`
  const guardians = Array.from({ length: n % TWO_ONE_IN === 0 ? 2 : 1 }, (_, g) => ({
    openid: `o-${id}-${g}`,
    name: `家长${n}`,
    phone: '13800000000',
    consents: ['guardian', 'children'].map((notice) => ({ notice, version: '2026-11', at: NOW })),
  }))
  const child = { id: `${id}-1`, name: `孩子${n}`, birthDate: '2024-10-20', allergies: '' }
  // Its file is looked at long after.
  const file = { reviewOn: '2027-05-24' }
  return { _id: id, id, siteId: SITE, guardians, children: [child], rev: 1, childCount: 1, ...file }
}
