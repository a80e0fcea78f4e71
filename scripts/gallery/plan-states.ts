import type { Page } from 'playwright-core'
import { tap } from './acts'
import type { Facts } from './facts'
import type { State } from './states'

const OPERATOR = 'o-manager'
const LEAD = 'o-chen'
const DESK = 'o-community'

const roster = 'packages/desk/roster-edit/roster-edit'
const excess = 'packages/desk/excess-list/excess-list'
const closure = 'packages/desk/closure-edit/closure-edit'
const hours = 'packages/desk/hours-edit/hours-edit'

const button = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click()

/** The desk's pages of the plan: rosters, closures, hours, and what no longer fits. */
export function planStatesOf({ days }: Facts): State[] {
  return [
    { name: 'roster', openid: LEAD, page: roster },
    { name: 'roster-sick', openid: LEAD, page: roster, act: sick(days[2]) },
    {
      name: 'roster-shift',
      openid: LEAD,
      page: roster,
      act: (page) => button(page, /^陈老师.*修改/),
    },
    { name: 'roster-twice', openid: LEAD, page: roster, act: twice },
    { name: 'roster-loading', openid: LEAD, page: roster, network: 'slow' },
    { name: 'roster-offline', openid: LEAD, page: roster, network: 'off' },
    { name: 'roster-not-mine', openid: 'o-lin', page: roster },
    { name: 'excess', openid: OPERATOR, page: excess },
    { name: 'excess-lead', openid: LEAD, page: excess },
    { name: 'excess-loading', openid: LEAD, page: excess, network: 'slow' },
    { name: 'closures', openid: DESK, page: closure },
    { name: 'closure-hours', openid: DESK, page: closure, act: choose(days[1]) },
    { name: 'closures-loading', openid: DESK, page: closure, network: 'slow' },
    { name: 'hours', openid: OPERATOR, page: hours },
    { name: 'hours-refused', openid: OPERATOR, page: hours, act: closeWeekday },
    { name: 'hours-loading', openid: OPERATOR, page: hours, network: 'slow' },
  ]
}

/** Those that change data: they come last. */
export function planChangesOf({ days }: Facts): State[] {
  return [
    {
      name: 'roster-saved',
      openid: LEAD,
      page: roster,
      act: async (page) => {
        await sick(days[2])(page)
        await tap(page, '保存排班')
      },
    },
    { name: 'excess-none', openid: OPERATOR, page: excess, act: cancelAll },
    {
      name: 'closure-done',
      openid: DESK,
      page: closure,
      act: async (page) => {
        await choose(days[1])(page)
        await tap(page, '台风停园')
        await tap(page, /^关闭，并取消/)
        await page.locator('.phone-modal').getByText('关闭', { exact: true }).click()
      },
    },
  ]
}

const sick =
  (date: string | undefined) =>
  async (page: Page): Promise<void> => {
    await page.locator(`[id$="day-${date}"]`).click()
    await button(page, /^林老师这天请假/)
  }

async function twice(page: Page): Promise<void> {
  await button(page, /^给托小班排一位老师/)
  await page.getByRole('radio', { name: '陈老师' }).click()
  await tap(page, '好了')
}

const choose =
  (date: string | undefined) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel(/^哪一天关闭/).click()
    await turn(page, date ?? '')
    await tap(page, '其中几小时')
  }

/** Turns the wheels of the date picker to a date and takes it. */
async function turn(page: Page, date: string): Promise<void> {
  const [year, month, day] = date.split('-').map(Number)
  for (const [column, words] of [
    [1, `${year}年`],
    [2, `${month}月`],
    [3, `${day}日`],
  ] as const)
    await page.getByLabel(`第 ${column} 列`).getByText(words, { exact: true }).click()
  await tap(page, '确定')
}

/** Until no booking is listed. */
async function cancelAll(page: Page): Promise<void> {
  const cancel = page.getByRole('button', { name: /^取消.*不收费/ })
  for (let left = await cancel.count(); left > 0; left--) {
    await cancel.first().click()
    await page.locator('.phone-modal').getByText('取消预约', { exact: true }).click()
    await cancel.nth(left - 1).waitFor({ state: 'detached' })
  }
}

async function closeWeekday(page: Page): Promise<void> {
  await page.getByRole('switch', { name: /^周五/ }).click()
  await tap(page, '保存开放时间')
}
