import type { Page } from 'playwright-core'
import { tap, write } from './acts'
import type { State } from './states'

const DESK = 'o-community'
const CARER = 'o-lin'

const desk = (page: string, query = ''): string => `packages/desk/${page}/${page}${query}`
const list = desk('notice-list')
const writing = desk('notice-write')
const closing = desk('close-now')

/** The community's notices: written, planned, watched; and the button for an emergency. */
export function noticeStatesOf(): State[] {
  return [
    { name: 'notices', openid: DESK, page: list },
    { name: 'notices-empty', openid: 'o-manager', page: list },
    { name: 'notices-not-mine', openid: CARER, page: list },
    { name: 'notices-loading', openid: DESK, page: list, network: 'slow' },
    { name: 'notices-offline', openid: DESK, page: list, network: 'off' },
    { name: 'notice', openid: DESK, page: writing },
    { name: 'notice-written', openid: DESK, page: writing, act: write },
    { name: 'notice-draft', openid: DESK, page: desk('notice-write', '?id=seed-notice-draft') },
    { name: 'notice-audience', openid: DESK, page: writing, act: chooseAudience },
    { name: 'notice-wrong', openid: DESK, page: writing, act: sendWrong },
    {
      name: 'notice-calls',
      openid: DESK,
      page: writing,
      act: async (page) => {
        await write(page)
        await tap(page, /看名单/)
      },
    },
    { name: 'notice-loading', openid: DESK, page: writing, network: 'slow' },
    { name: 'notice-offline', openid: DESK, page: writing, network: 'off' },
    { name: 'notice-watch', openid: DESK, page: desk('notice-show', '?id=seed-notice-flu') },
    { name: 'notice-planned', openid: DESK, page: desk('notice-show', '?id=seed-notice-play') },
    { name: 'notice-recalled', openid: DESK, page: desk('notice-show', '?id=seed-notice-move') },
    { name: 'close-now', openid: DESK, page: closing },
    { name: 'close-now-loading', openid: DESK, page: closing, network: 'slow' },
    { name: 'close-now-not-mine', openid: CARER, page: closing },
  ]
}

/** Those that tell families, or close the point. */
export function noticeChangesOf(): State[] {
  return [
    {
      name: 'notice-sent',
      openid: DESK,
      page: writing,
      act: async (page) => {
        await write(page)
        await tap(page, /^发给 \d/)
        await page.locator('.phone-modal').getByText('发出', { exact: true }).click()
      },
    },
    {
      name: 'close-now-done',
      openid: DESK,
      page: closing,
      act: (page) => tap(page, /^现在闭园/),
    },
  ]
}

async function chooseAudience(page: Page): Promise<void> {
  await write(page)
  await tap(page, '修改')
  await tap(page, '选月龄')
  await tap(page, '明天')
}

/** Too long, and for nobody. */
async function sendWrong(page: Page): Promise<void> {
  await page.locator('input').first().fill('这是一个怎么也放不进微信提醒里去的很长很长的标题')
  await tap(page, '修改')
  await tap(page, 'English')
  await page.getByText('/ 0 家').waitFor()
  await tap(page, /^发给 0/)
}
