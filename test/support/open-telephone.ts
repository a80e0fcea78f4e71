import type { Browser, Page } from 'playwright-core'

/** A page of a telephone's size; what it complains of is collected in `complaints`. */
export const openTelephone = async (
  browser: Browser,
  url: string,
): Promise<{ page: Page; complaints: string[] }> => {
  const page = await browser.newPage({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    hasTouch: true,
  })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return { page, complaints }
}
