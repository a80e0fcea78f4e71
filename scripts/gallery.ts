import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { openLaptop } from '../local/laptop'
import { WEDNESDAY } from '../local/seed/seed'
import type { PhoneRemote } from '../local/phone/wx/phone-remote'
import { laptopAt } from '../local/seed/laptop'
import { buildFunctions } from './build-functions'
import { prepare } from './gallery/facts'
import type { faultsOf } from './gallery/faults-of'
import { sheetOf, type Shot } from './gallery/sheet'
import { careStatesOf } from './gallery/care-states'
import { settingsStatesOf } from './gallery/settings-states'
import { statesOf, type State } from './gallery/states'
import { openChromium } from './open-chromium'

const TARGET = 'dist/gallery'
const SCREEN = { width: 375, height: 812 }
const SIZES = [1, 1.5]
/** A page longer than this many pixels is shown to here. */
const LONGEST = 4000
/** Calls of functions that have not been answered yet. */
const calls = new WeakMap<Page, number>()

/** `npm run gallery -- [part of a state's name …]`: every page in its states, as PNGs and one sheet; fails on what a person would stumble over. */
async function gallery(asked: readonly string[]): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gallery-'))
  await buildFunctions()
  const laptop = await openLaptop({ dataDir, port: 0, watch: false, now: WEDNESDAY })
  const browser = await openChromium()
  if (asked.length === 0) rmSync(TARGET, { recursive: true, force: true })
  mkdirSync(TARGET, { recursive: true })
  const shots: Shot[] = []
  for (const text of SIZES) {
    await laptopAt(laptop.url).control('reset', { snapshot: 'seed', running: false })
    const facts = await prepare(laptop.url)
    const used = await unpack(browser)
    for (const state of [...careStatesOf(facts), ...settingsStatesOf(), ...statesOf(facts)]) {
      if (asked.length > 0 && !asked.some((part) => state.name.includes(part))) continue
      const context = state.network === 'off' ? await unpack(browser) : used
      const shot = await shoot(context, laptop.url, state, text)
      if (context !== used) await context.close()
      shots.push(shot)
      for (const fault of shot.faults) console.log(`${state.name} ×${text}: ${fault}`)
    }
    await used.close()
  }
  writeFileSync(join(TARGET, 'index.html'), sheetOf(shots))
  await browser.close()
  await laptop.close()
  rmSync(dataDir, { recursive: true, force: true })
  const faults = shots.flatMap((shot) => shot.faults)
  console.log(`${shots.length} pictures in ${TARGET}/index.html, ${faults.length} faults`)
  return faults.length
}

/** What looks at a page from within, for the browser. */
async function eye(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['scripts/gallery/faults-of.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'gallery',
    target: 'chrome120',
  })
  return outputFiles[0]?.text ?? ''
}

async function lookAt(page: Page): Promise<string[]> {
  // Else the colours come back slowly.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' })
  const bare = await page.addStyleTag({
    content: '*, ::before, ::after { color: transparent !important }',
  })
  const png = (await page.screenshot()).toString('base64')
  await bare.evaluate((style) => (style as Element).remove())
  return page.evaluate((ground) => {
    const { gallery } = globalThis as unknown as { gallery: { faultsOf: typeof faultsOf } }
    return gallery.faultsOf(ground)
  }, png)
}

/** A phone that nobody has used; its cache of fonts and code is worth sharing where storage does not matter. */
async function unpack(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SCREEN,
    deviceScaleFactor: 2,
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  await context.addInitScript(`${await eye()}; globalThis.gallery = gallery`)
  return context
}

async function shoot(
  context: BrowserContext,
  url: string,
  state: State,
  text: number,
): Promise<Shot> {
  const page = await context.newPage()
  const count = (by: number) => (request: Request) => {
    if (request.url().endsWith('/cloud/call')) calls.set(page, (calls.get(page) ?? 0) + by)
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  const faults: string[] = []
  // A call that fails because the state has no network is no complaint of the page.
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${String(error)}`))
  const file = `${state.name}${text === 1 ? '' : `-${text}`}.png`
  try {
    await open(page, url, state, text)
    await unfold(page)
    faults.push(...(await lookAt(page)))
    await page.screenshot({ path: join(TARGET, file) })
  } catch (error) {
    faults.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    await page.screenshot({ path: join(TARGET, file) })
  }
  await page.close()
  return { name: state.name, text, file, faults: [...new Set(faults)] }
}

async function open(page: Page, url: string, state: State, text: number): Promise<void> {
  const { openid, network } = state
  const query = new URLSearchParams({ openid, page: state.page, text: String(text) })
  if (network === 'off') query.set('network', 'off')
  if (network === 'slow') await page.route('**/cloud/call', () => {})
  await page.goto(`${url}/phone/?${query}`)
  await page.locator('.page').first().waitFor()
  await settle(page, network === 'slow')
  if (network === 'lost')
    await page.evaluate(() =>
      (globalThis as unknown as { phone: PhoneRemote }).phone.setOnline(false),
    )
  if (!state.act) return
  page.setDefaultTimeout(5000)
  await state.act(page)
  await settle(page, false)
}

/** Until the page has what it waits for, its fonts and its pictures. */
async function settle(page: Page, slow: boolean): Promise<void> {
  if (!slow) {
    await page.waitForTimeout(50)
    await page.locator('.t-skeleton, .bone').first().waitFor({ state: 'detached', timeout: 8000 })
    while ((calls.get(page) ?? 0) > 0) await page.waitForTimeout(50)
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(250)
}

/** A page that scrolls is shown whole, on a screen as tall as it. */
async function unfold(page: Page): Promise<void> {
  const more = await page.evaluate(() => {
    const scroller = [...document.querySelectorAll('.phone-page-scroll')].at(-1)
    return scroller ? scroller.scrollHeight - scroller.clientHeight : 0
  })
  if (more <= 0) return
  await page.setViewportSize({ ...SCREEN, height: Math.min(SCREEN.height + more, LONGEST) })
  await page.waitForTimeout(100)
}

gallery(process.argv.slice(2)).then(
  (faults) => process.exit(faults > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
