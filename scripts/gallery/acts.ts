import type { Page } from 'playwright-core'

/** What a person does on a page before its picture is taken. */

export const tap = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().click()

export const type = (page: Page, label: string | RegExp, text: string): Promise<void> =>
  page.getByLabel(label).locator('input, textarea').first().fill(text)

export const pick =
  (date: string | undefined, ...starts: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await page.locator(`[id$="day-${date}"]`).click()
    for (const start of starts) await page.getByRole('button', { name: `${start}，` }).click()
  }

export async function bookWithoutReminder(page: Page): Promise<void> {
  await page.getByRole('switch').first().click()
  await tap(page, /^预订/)
}

export async function write(page: Page): Promise<void> {
  await page.locator('input').first().fill('周五下午闭园消毒')
  await page.locator('textarea').first().fill('14点起闭园，周六照常开放')
}

/** Drags the page down from its top, as a person who wants it anew. */
export async function pullDown(page: Page): Promise<void> {
  await page.mouse.move(180, 300)
  await page.mouse.down()
  await page.mouse.move(180, 520, { steps: 6 })
  await page.mouse.up()
}

/** Until the page says that there is no network, after its last try. */
export const sayOffline = (page: Page): Promise<void> =>
  page.getByText('没有连上网络').filter({ visible: true }).first().waitFor()
