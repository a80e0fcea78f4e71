import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { openLaptop } from '../local/laptop'
import { WEDNESDAY } from '../local/seed/seed'
import { buildFunctions } from './build-functions'
import { openChromium } from './open-chromium'

const FOLDER = 'docs/images'
const MOTHER = 'o-xiaoyu'
const CARER = 'o-chen'
const COMMUNITY = 'o-community'

/** `npm run screenshot`: the README's pictures, taken from the demonstration as anybody sees it. */
async function takeScreenshots(): Promise<void> {
  await buildFunctions()
  mkdirSync(FOLDER, { recursive: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'screenshot-'))
  const laptop = await openLaptop({ dataDir, port: 0, watch: false, now: WEDNESDAY })
  const browser = await openChromium()
  try {
    await shootTable(browser, laptop.url)
    await shootDesk(browser, laptop.url)
  } finally {
    await browser.close()
    await laptop.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** 小雨's mother and 陈老师 side by side, with what WeChat would have sent. */
async function shootTable(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 960 } })
  await page.addInitScript(
    (phones) => {
      if (window.top === window) sessionStorage.setItem('shell:phones', phones)
    },
    JSON.stringify([MOTHER, CARER]),
  )
  await page.goto(url)
  const mother = await phoneOf(page, MOTHER)
  await mother.getByText('预约托管').waitFor()
  const carer = await phoneOf(page, CARER)
  await carer.getByText('教室现在 · 扫码入园').click()
  await carer.locator('wx-page[is="packages/staff/room-now/room-now"] .card').first().waitFor()
  await shoot(page, 'table.png')
}

/** The community's desk: a notice, whom it reaches and whom it does not. */
async function shootDesk(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 } })
  const notice = 'packages/desk/notice-write/notice-write'
  await page.goto(`${url}/phone/?openid=${COMMUNITY}&page=${notice}`)
  await page.locator('wx-input input').fill('周五下午闭园消毒')
  await page.locator('wx-textarea textarea').fill('11月27日14点起闭园，周六照常开放')
  await page.getByText('看名单').waitFor()
  await shoot(page, 'desk.png')
}

async function phoneOf(page: Page, openid: string): Promise<Frame> {
  const frame = await page.waitForSelector(`iframe[src*="${openid}"]`)
  const phone = await frame.contentFrame()
  if (!phone) throw new Error(`no phone of ${openid}`)
  return phone
}

async function shoot(page: Page, name: string): Promise<void> {
  // Fonts and pictures come a moment after the words; the network is never still, for the phones listen to the cloud.
  for (const frame of page.frames())
    await frame.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(2000)
  await page.screenshot({ path: join(FOLDER, name) })
  console.log(join(FOLDER, name))
}

takeScreenshots().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
