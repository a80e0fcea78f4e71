import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLaptop } from '../../local/laptop'
import { buildFunctions } from '../build-functions'
import { openChromium } from '../open-chromium'
import { median, spread } from './figures'
import { firstContents } from './first-content'

const RUNS = 15
/** The number of free places on the home page; the empty app's only line. */
const CONTENT = { selector: '.number', text: String.raw`\d` }

/**
 * Milliseconds from navigation to the frame that shows the home page's free places to 小雨's mother, called through
 * the built functions; beside it an app of one line, in the same Chromium, turn by turn. Medians.
 */
export async function firstPage(): Promise<object> {
  await buildFunctions()
  const dataDir = mkdtempSync(join(tmpdir(), 'first-page-'))
  const home = await openLaptop({ dataDir: join(dataDir, 'home'), port: 0, watch: false })
  const empty = await openLaptop({
    dataDir: join(dataDir, 'empty'),
    port: 0,
    watch: false,
    appDir: 'scripts/bench/empty-app',
  })
  const browser = await openChromium()
  try {
    const openings = [home, empty].map(({ url }) => ({
      url: `${url}/phone/?openid=o-xiaoyu`,
      ...CONTENT,
    }))
    const [homes = [], empties = []] = await firstContents(browser, openings, RUNS)
    console.log(`home ${spread(homes)}, empty app ${spread(empties)}; ${RUNS} openings of each`)
    const [homeMs, emptyMs] = [Math.round(median(homes)), Math.round(median(empties))]
    return { homeMs, emptyMs, ratio: Number((homeMs / emptyMs).toFixed(2)) }
  } finally {
    await browser.close()
    await home.close()
    await empty.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
