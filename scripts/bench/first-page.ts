import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { openLaptop } from '../../local/laptop'
import { buildFunctions } from '../build-functions'
import { openChromium } from '../open-chromium'

const RUNS = 15
/** The number of free places on the home page; the empty app's only line. */
const CONTENT = '.number'

/**
 * Milliseconds from navigation to the frame that shows the home page's free places to 小雨's mother, called through
 * the built functions; beside it an app of one line, in the same Chromium, turn by turn. Medians.
 */
export async function firstPage(): Promise<object> {
  await buildFunctions()
  const dataDir = mkdtempSync(join(tmpdir(), 'first-page-'))
  const home = await openLaptop({ dataDir: join(dataDir, 'home'), port: 0, watch: false })
  const appDir = 'scripts/bench/empty-app'
  const empty = await openLaptop({
    dataDir: join(dataDir, 'empty'),
    port: 0,
    watch: false,
    appDir,
  })
  const browser = await openChromium()
  try {
    return await timesOf(browser, home.url, empty.url)
  } finally {
    await browser.close()
    await home.close()
    await empty.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function timesOf(browser: Browser, home: string, empty: string): Promise<object> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 } })
  await context.addInitScript(noteContent, CONTENT)
  const homes: number[] = []
  const empties: number[] = []
  // The first of each warms the server and the browser's cache.
  for (let run = 0; run <= RUNS; run++) {
    const homeMs = await openOnce(context, `${home}/phone/?openid=o-xiaoyu`)
    const emptyMs = await openOnce(context, `${empty}/phone/?openid=o-xiaoyu`)
    if (run === 0) continue
    homes.push(homeMs)
    empties.push(emptyMs)
  }
  const [homeMs, emptyMs] = [median(homes), median(empties)]
  console.log(`home ${spread(homes)}, empty app ${spread(empties)}; ${RUNS} openings of each`)
  return { homeMs, emptyMs, ratio: Number((homeMs / emptyMs).toFixed(2)) }
}

/** Runs in the page before its own scripts: the time of the frame after the content came. */
function noteContent(selector: string): void {
  // Without a named function inside: tsx would call its own helper, which the page does not have.
  new MutationObserver((_, observer) => {
    if (!/\d/.test(document.querySelector(selector)?.textContent ?? '')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => ((window as any).contentMs = performance.now())))
  }).observe(document, { childList: true, subtree: true, characterData: true })
}

async function openOnce(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(url)
  const ms = await page.waitForFunction(() => (window as any).contentMs)
  const value = (await ms.jsonValue()) as number
  await page.close()
  return value
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}

function spread(values: readonly number[]): string {
  return `${median(values)} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`
}
