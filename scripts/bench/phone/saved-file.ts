import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { median, spread } from '../figures'

const RUNS = 15

/** One of the home page's files, what a save changes in it, and how the screen shows that. */
const SAVES = {
  template: {
    file: 'pages/home/home.wxml',
    change: (source: string, run: number) => source.replace('这周的绘本<', `这周的绘本 ${run}<`),
    shown: (run: number) => `document.body.innerText.includes('这周的绘本 ${run}')`,
  },
  sheet: {
    file: 'pages/home/home.wxss',
    change: (source: string, run: number) => `${source}\n.number { letter-spacing: ${run}px }\n`,
    shown: (run: number) =>
      `getComputedStyle(document.querySelector('.number')).letterSpacing === '${run}px'`,
  },
  script: {
    file: 'pages/home/home.ts',
    change: (source: string, run: number) =>
      source.replace(
        'homeOf(entered, now())',
        `{ ...homeOf(entered, now()), open: '开到 ${run}' }`,
      ),
    shown: (run: number) => `document.querySelector('.open')?.textContent === '开到 ${run}'`,
  },
}

/** A copy of the app whose files may be changed; its packages are the project's. */
export function copyApp(dir: string): string {
  cpSync('miniprogram', join(dir, 'miniprogram'), { recursive: true })
  for (const name of ['package.json', 'node_modules']) symlinkSync(resolve(name), join(dir, name))
  return join(dir, 'miniprogram')
}

/** Milliseconds from the save of a file to the frame that shows the change on the open home page. */
export async function savedFile(page: Page, appDir: string): Promise<object> {
  await page.locator('.number').waitFor()
  const figures: Record<string, number> = {}
  for (const [name, { file, change, shown }] of Object.entries(SAVES)) {
    const path = join(appDir, file)
    const source = readFileSync(path, 'utf8')
    const times: number[] = []
    // The first save, not counted, learns the compiler and the file.
    for (let run = 1; run <= RUNS + 1; run++) {
      const next = change(source, run)
      if (next === source) throw new Error(`${file} has not what the bench changes`)
      const saved = performance.timeOrigin + performance.now()
      writeFileSync(path, next)
      const seen = await seenAt(page, shown(run))
      if (run > 1) times.push(seen - saved)
    }
    console.log(`a saved ${name} is on screen after ${spread(times)}`)
    figures[`${name}Ms`] = Math.round(median(times))
  }
  return figures
}

/** Epoch milliseconds of the frame in which the condition holds, also over a new start of the document. */
async function seenAt(page: Page, condition: string): Promise<number> {
  const seen = await page.waitForFunction(
    `(() => { try { return (${condition}) && performance.timeOrigin + performance.now() } catch { return false } })()`,
  )
  return (await seen.jsonValue()) as number
}
