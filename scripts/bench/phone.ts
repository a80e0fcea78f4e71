import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLaptop, type Laptop } from '../../local/laptop'
import { buildFunctions } from '../build-functions'
import { openChromium } from '../open-chromium'
import { median, spread } from './figures'
import { firstContents } from './first-content'
import { coldBuild } from './phone/cold-build'
import { memory } from './phone/memory'
import { copyApp, savedFile } from './phone/saved-file'
import { setData } from './phone/set-data'

const RUNS = 15
const OPENID = 'o-xiaoyu'

/** The local phone: first content, setData, memory, and how soon a saved file is on screen. */
export async function phone(): Promise<object> {
  const cold = coldBuild()
  await buildFunctions()
  const dir = mkdtempSync(join(tmpdir(), 'bench-phone-'))
  const laptops: Laptop[] = []
  const open = async (name: string, appDir: string, watch = false): Promise<string> => {
    const laptop = await openLaptop({ dataDir: join(dir, name), port: 0, watch, appDir })
    laptops.push(laptop)
    return laptop.url
  }
  const browser = await openChromium()
  const blank = () => browser.newPage({ viewport: { width: 375, height: 812 } })
  const shown = async (url: string) => {
    const page = await blank()
    await page.goto(`${url}/phone/?openid=${OPENID}`)
    return page
  }
  try {
    const home = await open('home', 'miniprogram')
    const openings = [
      { url: `${home}/phone/?openid=${OPENID}`, selector: '.number', text: String.raw`\d` },
      {
        url: `${await open('gallery', 'test/phone/app')}/phone/?page=pages/gallery/gallery`,
        selector: 'wx-page',
        text: '没有预约',
      },
      {
        url: `${await open('empty', 'scripts/bench/empty-app')}/phone/`,
        selector: '.number',
        text: String.raw`\d`,
      },
    ]
    const [homes = [], galleries = [], empties = []] = await firstContents(browser, openings, RUNS)
    console.log(
      `first content: home ${spread(homes)}, TDesign gallery ${spread(galleries)}, empty app ${spread(empties)}`,
    )
    const rows = await setData(await shown(await open('rows', 'scripts/bench/rows-app')))
    const used = await memory(await blank(), home, OPENID)
    const copy = copyApp(dir)
    const saved = await savedFile(await shown(await open('saved', copy, true)), copy)
    const [homeMs, galleryMs, emptyMs] = [homes, galleries, empties].map((each) =>
      Math.round(median(each)),
    )
    const first = { homeMs, galleryMs, emptyMs }
    return { first, setData: rows, memory: used, build: { coldMs: cold, ...saved } }
  } finally {
    await browser.close()
    for (const laptop of laptops) await laptop.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
