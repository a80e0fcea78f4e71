import type { Browser, BrowserContext } from 'playwright-core'

/** What a phone is opened at, and what is on screen once its first content has come. */
export interface Opening {
  readonly url: string
  readonly selector: string
  /** A regular expression that the element's text matches. */
  readonly text: string
}

/**
 * Milliseconds from navigation to the frame that shows the content, `runs` times each, turn by turn in one Chromium;
 * the first of each, not counted, warms the server and the browser's cache.
 */
export async function firstContents(
  browser: Browser,
  openings: readonly Opening[],
  runs: number,
): Promise<number[][]> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 } })
  const times = openings.map((): number[] => [])
  for (let run = 0; run <= runs; run++)
    for (const [index, opening] of openings.entries()) {
      const ms = await openOnce(context, opening)
      if (run > 0) times[index]?.push(ms)
    }
  await context.close()
  return times
}

async function openOnce(context: BrowserContext, opening: Opening): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(noteContent, opening)
  await page.goto(opening.url)
  const ms = await page.waitForFunction(() => (window as any).contentMs)
  const value = (await ms.jsonValue()) as number
  await page.close()
  return value
}

/** Runs in the page before its own scripts: the time of the frame after the content came. */
function noteContent({ selector, text }: Opening): void {
  // Without a named function inside: tsx would call its own helper, which the page does not have.
  const wanted = new RegExp(text)
  new MutationObserver((_, observer) => {
    if (!wanted.test(document.querySelector(selector)?.textContent ?? '')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => ((window as any).contentMs = performance.now())))
  }).observe(document, { childList: true, subtree: true, characterData: true })
}
