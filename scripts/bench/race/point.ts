import { mkdtempSync, rmSync } from 'node:fs'
import { request, type Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveCloud } from '../../../local/cloud/serve'
import { laptopAt } from '../../../local/seed/laptop'
import { SITE, site, tariff } from '../../../local/seed/site'
import { variablesOf } from '../../../local/variables'
import { buildFunctions } from '../../build-functions'
import { AGREED } from '../agreed'

export const CALLERS = 1000
export const PLACES = 19
export const DATE = '2026-11-26'
export const NOW = Date.parse('2026-11-25T10:00:00+08:00')

export interface RacePoint {
  readonly url: string
  close(): Promise<void>
}

/** A cloud with one site whose only limit is the room's 19, and a thousand families; `before` is its snapshot. */
export async function openRacePoint(): Promise<RacePoint> {
  await buildFunctions()
  const dataDir = mkdtempSync(join(tmpdir(), 'race-'))
  const cloud = await serveCloud({
    dataDir,
    schemaFile: 'cloudfunctions/schema.json',
    rcFile: 'cloudbaserc.json',
    invokeRulesFile: 'cloudfunctions/invoke-rules.json',
    variables: variablesOf(dataDir),
    port: 0,
  })
  await prepare(cloud.url)
  return {
    url: cloud.url,
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function prepare(url: string): Promise<void> {
  const laptop = laptopAt(url)
  await laptop.control('clock', { now: NOW, running: false, timers: false })
  const big = { id: 'big', name: '托大班', fromMonths: 18, toMonths: 36, cap: 99 }
  const shifts = [1, 2, 3, 4, 5, 6].map((n) => ({
    carer: `carer-${n}`,
    groupId: 'big',
    span: { from: '08:30', to: '18:00' },
  }))
  const weekly = Object.fromEntries([1, 2, 3, 4, 5, 6].map((weekday) => [weekday, shifts]))
  const put = (collection: string, documents: object[]) =>
    laptop.control('documents', { collection, documents })
  // The race is about fully released places.
  const { release: _release, weekMinutes: _week, ...openSite } = site
  await put('sites', [{ ...openSite, groups: [big] }])
  await put('tariffs', [tariff])
  await put('rosters', [{ _id: SITE, weekly, closures: [] }])
  await put(
    'households',
    Array.from({ length: CALLERS }, (_, n) => household(n)),
  )
  await laptop.control('timers/scheduled')
  await laptop.control('snapshot', { name: 'before' })
}

export function childrenOf(n: number): readonly string[] {
  return [`family${n}-1`, `family${n}-2`]
}

function household(n: number): object {
  const id = `family${n}`
  const children = childrenOf(n).map((childId) => ({
    id: childId,
    name: `孩子${n}`,
    birthDate: '2024-10-20',
    allergies: '',
  }))
  const guardian = { openid: `o-${n}`, name: `家长${n}`, phone: '13800000000', consents: AGREED }
  const papers = { at: 0, by: '陈老师' }
  const family = { guardians: [guardian], children, rev: 1, childCount: 2, papers }
  return { _id: id, id, siteId: SITE, ...family }
}

export interface Reply {
  readonly ok: boolean
  readonly code?: string
  readonly value?: any
}

/** One guardian's tap, as the phone sends it; undefined when no reply came. */
export function tap(
  url: string,
  agent: Agent,
  n: number,
  { useCase, input }: { useCase: string; input: object },
): Promise<Reply | undefined> {
  const body = JSON.stringify({ name: 'api', data: { useCase, input } })
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-local-openid': `o-${n}`,
  }
  return new Promise((resolve) => {
    const call = request(`${url}/cloud/call`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve(JSON.parse(text).result))
    })
    call.on('error', () => resolve(undefined))
    call.end(body)
  })
}

const SPAN = { from: '09:00', to: '11:00' }
const SINGLE_FEN = 2700

/** One child's two hours on the day of the race. */
export function bookOne(n: number): { useCase: string; input: object } {
  return { useCase: 'bookCare', input: { ...common(n, 1), date: DATE } }
}

/** Siblings, all or nothing; the second at the siblings' price. */
export function bookSiblings(n: number, seenTotalFen: number): { useCase: string; input: object } {
  return { useCase: 'bookCare', input: { ...common(n, 2), date: DATE, seenTotalFen } }
}

/** Thursday, which is the day of the race, and Friday: both or none. */
export function bookBothDays(n: number): { useCase: string; input: object } {
  const days = { weekdays: [4, 5], from: DATE, weeks: 1, mode: 'all' }
  return { useCase: 'bookSeries', input: { ...common(n, 1), ...days } }
}

function common(n: number, children: 1 | 2) {
  return {
    childIds: childrenOf(n).slice(0, children),
    siteId: SITE,
    span: SPAN,
    attempt: `attempt-${n}`,
    seenTotalFen: SINGLE_FEN,
    accepted: [],
  }
}
