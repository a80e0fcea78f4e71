import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import automator from 'miniprogram-automator'
import type { Browser, Page } from 'playwright-core'
import { openLaptop } from '../../local/laptop'
import { WEDNESDAY } from '../../local/seed/seed'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { buildFunctions } from '../build-functions'
import { openChromium } from '../open-chromium'

const ARRIVALS = 20
/** At most so many of them without network. */
const HALF = 10
const CARERS = ['o-lin', 'o-huang'] as const
const VERIFICATIONS = 200

/**
 * Twenty children arrive at two carers' phones: database requests a scan, online and told afterwards; milliseconds from
 * the decoded text to the painted verdict on a phone without network; what one verification in JavaScript costs.
 */
export async function door(): Promise<object> {
  await buildFunctions()
  const dataDir = mkdtempSync(join(tmpdir(), 'door-'))
  const laptop = await openLaptop({ dataDir, port: 0, watch: false, now: WEDNESDAY })
  const browser = await openChromium()
  try {
    const people = laptopAt(laptop.url)
    const arrivals = await expectTwenty(people, laptop.url)
    await people.control('clock', { now: arrivals.at, running: false })
    const offline = await scanOffline(browser, laptop.url, arrivals.together)
    const { ticketKeys } = await people.call(CARERS[0], 'showRoom', { siteId: SITE })
    const verifyMs = await verifyCost(browser, arrivals.together[0]?.ticket ?? '', ticketKeys)
    const online = await scanOnline(people, laptop.url, arrivals.others)
    console.log(
      `${online} database requests a scan online, ${offline.perScan} a scan told afterwards; ` +
        `verdict offline after ${offline.medianMs} ms (${offline.fastestMs}–${offline.slowestMs}); ` +
        `a verification ${verifyMs} ms in Chromium`,
    )
    return {
      arrivals: arrivals.together.length + arrivals.others.length,
      requestsPerScan: online,
      requestsPerScanTold: offline.perScan,
      verdictMs: offline.medianMs,
      verdictFastestMs: offline.fastestMs,
      verdictSlowestMs: offline.slowestMs,
      verifyMs,
    }
  } finally {
    await browser.close()
    await laptop.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Arrival {
  readonly bookingId: string
  readonly ticket: string
  /** When its time begins. */
  readonly at: number
}

interface Arrivals {
  /** All of them may come in at `at`: a quarter of an hour early or late. */
  readonly together: readonly Arrival[]
  readonly at: number
  readonly others: readonly Arrival[]
}

/** Children of one morning, and others of these days: twenty together. */
async function expectTwenty(people: Laptop, url: string): Promise<Arrivals> {
  const documents = async (name: string): Promise<any[]> =>
    (await (await fetch(`${url}/__local/collections/${name}`)).json()).documents
  const households = await documents('households')
  const openids = new Map(households.map(({ id, guardians }) => [id, guardians[0].openid]))
  const isFit = ({ householdId, childId, date }: any): boolean => {
    const { health = {} } = households.find(({ id }) => id === householdId) ?? {}
    return (health[childId]?.checkUpUntil ?? date) >= date
  }
  const { now } = await (await fetch(`${url}/__local/clock`)).json()
  const tomorrow = now + 12 * 3_600_000
  const ahead = (await documents('bookings')).filter(
    (each) => each.state === 'booked' && each.startsAt > tomorrow && isFit(each),
  )
  const morning = (date: string): any[] =>
    ahead.filter(
      (each) => each.date === date && each.span.from >= '09:00' && each.span.from <= '09:30',
    )
  // The clock only goes on: who is not of that morning comes on a later day.
  const after = (date: string): any[] => ahead.filter((each) => each.date > date)
  const [date = ''] = [...new Set(ahead.map((each): string => each.date))]
    .filter((each) => after(each).length >= ARRIVALS)
    .toSorted((a, b) => morning(b).length - morning(a).length)
  const arrive = async ({ id, householdId, startsAt }: any): Promise<Arrival> => {
    const shown = await people.call(openids.get(householdId), 'showBooking', { bookingId: id })
    return { bookingId: id, ticket: shown.ticket, at: startsAt }
  }
  const first = morning(date).slice(0, HALF)
  const rest = after(date)
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .slice(0, ARRIVALS - first.length)
  if (first.length + rest.length < ARRIVALS) throw new Error('the demonstration is too quiet')
  return {
    together: await Promise.all(first.map(arrive)),
    at: Date.parse(`${date}T09:15:00+08:00`),
    others: await Promise.all(rest.map(arrive)),
  }
}

/** As many as both phones do in turn with a network. */
async function scanOnline(people: Laptop, url: string, arrivals: readonly Arrival[]) {
  let requests = 0
  for (const [index, { ticket, at }] of arrivals.entries()) {
    await people.control('clock', { now: at, running: false })
    await people.control('requests')
    const carer = CARERS[index % CARERS.length] ?? CARERS[0]
    const nonce = `bench-${index}-0000`
    // A refusal would ask for less, and flatter the figure.
    await people.call(carer, 'scanTicket', { siteId: SITE, ticket, act: 'in', nonce })
    requests += await requestsOf(url, 'scanTicket')
  }
  return requests / arrivals.length
}

async function requestsOf(url: string, useCase: string): Promise<number> {
  const { requests } = await (await fetch(`${url}/__local/requests`)).json()
  const mine = requests.filter((each: any) => each.useCase === useCase)
  return mine.reduce((sum: number, { count }: any) => sum + count, 0)
}

async function scanOffline(browser: Browser, url: string, arrivals: readonly Arrival[]) {
  const phones = await Promise.all(CARERS.map((carer) => openPhone(browser, url, carer)))
  const times: number[] = []
  for (const [index, { ticket }] of arrivals.entries()) {
    const phone = phones[index % phones.length]
    if (phone) times.push(await verdictMs(phone, ticket))
  }
  await laptopAt(url).control('requests')
  for (const { tab, app } of phones) {
    await setOnline(tab, true)
    await app.callWxMethod('reLaunch', { url: ROOM })
  }
  let told = 0
  const patience = Date.now() + 60_000
  while (told < arrivals.length) {
    if (Date.now() > patience) throw new Error(`only ${told} of ${arrivals.length} were told`)
    const room = await laptopAt(url).call(CARERS[0], 'showRoom', { siteId: SITE })
    const inside = new Set(
      room.children
        .filter(({ state }: any) => state === 'inside')
        .map((each: any) => each.bookingId),
    )
    told = arrivals.filter(({ bookingId }) => inside.has(bookingId)).length
  }
  const sorted = times.toSorted((a, b) => a - b)
  for (const { app } of phones) app.disconnect()
  return {
    perScan: Number(((await requestsOf(url, 'syncDoor')) / arrivals.length).toFixed(1)),
    medianMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    fastestMs: Math.round(sorted[0] ?? 0),
    slowestMs: Math.round(sorted.at(-1) ?? 0),
  }
}

const ROOM = '/packages/staff/room-now/room-now'

/** A phone that has fetched the day and lost its network. */
async function openPhone(browser: Browser, url: string, openid: string) {
  const tab = await browser.newPage({ viewport: { width: 375, height: 812 } })
  await tab.goto(`${url}/phone/?openid=${openid}&page=${encodeURIComponent(ROOM.slice(1))}`)
  await tab.locator('.scan').first().waitFor()
  const app = await automator.connect({
    wsEndpoint: `${url.replace('http', 'ws')}/automator/${openid}`,
  })
  await setOnline(tab, false)
  return { tab, app }
}

async function setOnline(tab: Page, online: boolean): Promise<void> {
  await tab.evaluate((on) => (window as any).phone.setOnline(on), online)
}

/** From the moment at which the camera would have the text to the frame after the verdict is in the document. */
async function verdictMs(
  { tab, app }: Awaited<ReturnType<typeof openPhone>>,
  ticket: string,
): Promise<number> {
  await app.callWxMethod('reLaunch', { url: ROOM })
  await tab.locator('.scan').first().waitFor()
  await app.mockWxMethod('scanCode', { result: ticket })
  await tab.evaluate(noteVerdict)
  await tab.locator('.scan').first().click()
  const ms = await tab.waitForFunction(() => (window as any).verdictMs as number)
  const value = await ms.jsonValue()
  await tab.locator('.big').first().click()
  await tab.getByText('先记在这部手机上').waitFor()
  await app.restoreWxMethod('scanCode')
  return value
}

/** Runs in the phone: the mocked camera answers within the tap, which begins as the finger leaves the glass. */
function noteVerdict(): void {
  ;(window as any).verdictMs = 0
  // A verdict of before, should it still stand in the document, is not this one.
  for (const old of document.querySelectorAll('.look-in, .look-no, .look-ask'))
    old.setAttribute('data-old', '')
  document.addEventListener('pointerup', () => ((window as any).decodedAt = performance.now()), {
    capture: true,
    once: true,
  })
  new MutationObserver((_, observer) => {
    const seen = document.querySelector(':is(.look-in, .look-no, .look-ask):not([data-old])')
    if (!seen?.querySelector('.name, .headline')?.textContent) return
    observer.disconnect()
    requestAnimationFrame(() =>
      setTimeout(() => {
        ;(window as any).verdictMs = performance.now() - (window as any).decodedAt
      }),
    )
  }).observe(document, { childList: true, subtree: true, attributes: true })
}

/** The mini-program's own code, bundled as it stands and run in Chromium: the median of many, in milliseconds. */
async function verifyCost(browser: Browser, ticket: string, keys: object): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['miniprogram/domain/ticket.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ticket',
    alias: { crypto: './node_modules/crypto/index.js' },
    target: 'chrome120',
  })
  const tab = await browser.newPage()
  await tab.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const times = await tab.evaluate(
    ([text, known, rounds]) => {
      const { verifyTicket } = (globalThis as any).ticket
      return Array.from({ length: rounds }, () => {
        const started = performance.now()
        if (!verifyTicket(text, known).ok) throw new Error('a good ticket was refused')
        return performance.now() - started
      })
    },
    [ticket, keys, VERIFICATIONS] as const,
  )
  await tab.close()
  return Number((times.sort((a, b) => a - b)[VERIFICATIONS / 2] ?? 0).toFixed(2))
}
