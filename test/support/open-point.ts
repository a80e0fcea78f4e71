import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveCloud } from '../../local/cloud/serve'
import { laptopAt, type Laptop, type Reply } from '../../local/seed/laptop'
import { SITE, roster, site, staffPeople, tariff } from '../../local/seed/site'
import { variablesOf } from '../../local/variables'

export interface Family {
  readonly openid: string
  readonly householdId: string
  readonly childIds: readonly string[]
}

/** A childcare point on the local cloud: the built functions, the real SDK, one site with its days planned. */
export interface Point extends Laptop {
  readonly url: string
  /** `2026-11-25` and `09:00`, Shanghai; the clock stands there, and no timer fires for it. */
  at(date: string, time: string): Promise<void>
  /** A registered family; each birth date is a child. */
  family(openid: string, births: readonly string[], papers?: boolean): Promise<Family>
  book(family: Family, ask: Ask): Promise<Reply>
  documents(collection: string): Promise<any[]>
  /** Once the first fault has met a request: with `hold` the request stands there until the faults are set anew. */
  held(): Promise<void>
  /** Closes the cloud and opens it again on the same data, with other variables if given. */
  restart(variables?: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

export interface Ask {
  readonly date?: string
  readonly from: string
  readonly to: string
  readonly childIds?: readonly string[]
  readonly attempt?: string
  readonly seenTotalFen?: number
  readonly accepted?: readonly string[]
}

/** Wednesday; the seed's roster has all four carers. */
export const TODAY = '2026-11-25'
export const TOMORROW = '2026-11-26'

let attempts = 0

/** All places of its days open with the plan, and no household has a share, unless `more` says otherwise. */
export async function openPoint(more: object = {}): Promise<Point> {
  if (!existsSync('dist/cloudfunctions/api/index.js'))
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'])
  const dataDir = mkdtempSync(join(tmpdir(), 'point-'))
  const open = (port: number, variables: Readonly<Record<string, string>> = {}) =>
    serveCloud({
      dataDir,
      schemaFile: 'cloudfunctions/schema.json',
      rcFile: 'cloudbaserc.json',
      invokeRulesFile: 'cloudfunctions/invoke-rules.json',
      variables: { ...variablesOf(dataDir), ...variables },
      port,
    })
  let cloud = await open(0)
  const { url } = cloud
  const laptop = laptopAt(url)
  const at = (date: string, time: string) =>
    laptop.control('clock', {
      now: Date.parse(`${date}T${time}:00+08:00`),
      running: false,
      timers: false,
    })
  const { release: _release, weekMinutes: _week, ...openSite } = site
  const documents = {
    sites: [{ ...openSite, ...more }],
    tariffs: [tariff],
    rosters: [roster],
    people: staffPeople,
  }
  for (const [collection, docs] of Object.entries(documents))
    await laptop.control('documents', { collection, documents: docs })
  await at(TODAY, '07:00')
  await laptop.control('timers/scheduled')
  await at(TODAY, '10:00')

  return {
    ...laptop,
    url,
    at,
    async family(openid, births, papers = true) {
      const { household } = await laptop.call(openid, 'registerGuardian', registration())
      const childIds: string[] = []
      for (const [index, birthDate] of births.entries()) {
        const child = { name: `孩子${index}`, birthDate, allergies: '' }
        const saved = await laptop.call(openid, 'saveChild', {
          householdId: household.id,
          ...child,
        })
        childIds.push(saved.childId)
      }
      if (papers)
        await laptop.call('o-chen', 'confirmPapers', { siteId: SITE, householdId: household.id })
      return { openid, householdId: household.id, childIds }
    },
    async book(family, ask) {
      const { date = TOMORROW, from, to, childIds = family.childIds, accepted = [] } = ask
      const wanted = { siteId: SITE, childIds, date, span: { from, to } }
      const attempt = ask.attempt ?? `attempt-${++attempts}`
      const quote = await laptop.tryCall(family.openid, 'quoteCare', wanted)
      const seenTotalFen = ask.seenTotalFen ?? quote.value?.totalFen ?? 0
      const input = { ...wanted, attempt, seenTotalFen, accepted }
      return laptop.tryCall(family.openid, 'bookCare', input)
    },
    async documents(collection) {
      const response = await fetch(`${url}/__local/collections/${collection}`)
      return ((await response.json()) as { documents: any[] }).documents
    },
    async held() {
      for (;;) {
        const response = await fetch(`${url}/__local/faults`)
        const { faults } = (await response.json()) as { faults: { hits: number }[] }
        if (faults[0]?.hits) return
      }
    },
    async restart(variables) {
      await cloud.close()
      cloud = await open(Number(new URL(url).port), variables)
      // Connections that were kept open to the closed server fail once each.
      for (let kept = 0; kept < 10; kept++) await fetch(`${url}/__local/health`).catch(() => {})
    },
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export function registration(more: object = {}) {
  return {
    siteId: SITE,
    name: '小雨妈妈',
    phone: { by: 'typed', number: '13800001000' },
    consents: { guardian: '2026-11', children: '2026-11' },
    ...more,
  }
}
