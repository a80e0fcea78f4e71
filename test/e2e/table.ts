import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { openLaptop, type Laptop } from '../../local/laptop'
import { laptopAt } from '../../local/seed/laptop'
import { openChromium } from '../../scripts/open-chromium'
import { openAllPlaces } from '../support/open-all-places'
import { openPhoneCamera } from '../support/phone-camera'
import { Hand, PATIENCE } from './hand'
import { SEEDED } from './seeded'

/** The shell in Chromium with two phones on the table, or more, on the demonstration's data. */
export interface Table {
  readonly laptop: Laptop
  readonly page: Page
  readonly guardian: Hand
  readonly carer: Hand
  /** The clock: `09:00` of a date, Shanghai. */
  at(date: string, time: string): Promise<void>
  hold(openid: string): Promise<Hand>
  /** What a hand's protocol cannot reach: sheets and dialogs that WeChat draws on this phone. */
  phoneOf(openid: string): Frame
  /** The network of one phone, as the shell switches it. */
  setOnline(openid: string, online: boolean): Promise<void>
  /** What Chromium complained of on its console. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** `released`: places open tranche by tranche, as the demonstration has them; else all of them are open. */
export async function layTable(
  guardian: string,
  carer: string,
  { released = false, others = [] as readonly string[] } = {},
): Promise<Table> {
  const dataDir = mkdtempSync(join(tmpdir(), 'table-'))
  cpSync(SEEDED, dataDir, { recursive: true })
  const laptop = await openLaptop({ dataDir, port: 0, watch: false })
  // Also the clock, which went on since the data was made.
  await laptopAt(laptop.url).control('reset', { snapshot: 'seed' })
  if (!released) await openAllPlaces(laptop.url)
  const browser: Browser = await openChromium()
  const closeCamera = openPhoneCamera(browser)
  const page = await browser.newPage({ viewport: { width: 1400, height: 960 } })
  // As long as a hand waits.
  page.setDefaultTimeout(PATIENCE)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${laptop.url}/?phones=${[guardian, carer, ...others].join()}`)
  const phoneOf = (openid: string): Frame => {
    const frame = page.frames().find((each) => each.url().includes(`openid=${openid}`))
    if (!frame) throw new Error(`no phone of ${openid} on the table`)
    return frame
  }
  const hands: Hand[] = []
  const hold = async (openid: string): Promise<Hand> => {
    const hand = await Hand.on(`${laptop.url.replace('http', 'ws')}/automator/${openid}`)
    hands.push(hand)
    return hand
  }
  return {
    laptop,
    page,
    complaints,
    guardian: await hold(guardian),
    carer: await hold(carer),
    hold,
    phoneOf,
    async at(date, time) {
      const now = Date.parse(`${date}T${time}:00+08:00`)
      await laptopAt(laptop.url).control('clock', { now, running: true })
      // Phones follow by themselves; what comes next must find them there.
      for (const frame of page.frames())
        if (frame !== page.mainFrame())
          await frame.waitForFunction((then) => Math.abs(Date.now() - then) < 60_000, now)
    },
    async setOnline(openid, online) {
      await phoneOf(openid).evaluate(
        (on) =>
          (window as unknown as { phone: { setOnline(on: boolean): void } }).phone.setOnline(on),
        online,
      )
    },
    async close() {
      for (const hand of hands) hand.letGo()
      closeCamera()
      await browser.close()
      await laptop.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
