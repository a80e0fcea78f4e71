import type { Page } from 'playwright-core'
import { tap } from './acts'
import type { State } from './states'

const DESK = 'o-community'
const at = (page: string) => `packages/volunteers/${page}/${page}`
const home = at('volunteer-home')
const form = at('volunteer-edit')
const list = at('volunteer-list')
const crews = at('crew-list')
const figures = 'packages/desk/figures-show/figures-show'
const service = at('service-show')

/** Mothers and volunteers: their own pages, and the desk's. */
export function volunteerStatesOf(): State[] {
  return [
    { name: 'volunteer-home', openid: 'o-may', page: home },
    { name: 'volunteer-expired', openid: 'o-wang', page: home },
    { name: 'volunteer-applied', openid: 'o-xu', page: home },
    { name: 'volunteer-nobody', openid: 'o-xiaoyu', page: home },
    { name: 'volunteer-loading', openid: 'o-may', page: home, network: 'slow' },
    { name: 'volunteer-offline', openid: 'o-may', page: home, network: 'off' },
    { name: 'volunteer-form', openid: 'o-may', page: form },
    {
      name: 'volunteer-form-wrong',
      openid: 'o-xiaoyu',
      page: form,
      act: (page) => tap(page, '报名做志愿者'),
    },
    { name: 'volunteer-service', openid: 'o-may', page: service },
    { name: 'volunteer-service-none', openid: 'o-mei', page: service },
    { name: 'volunteers', openid: DESK, page: list },
    { name: 'volunteers-not-mine', openid: 'o-lin', page: list },
    { name: 'volunteer-vet', openid: DESK, page: list, act: (page) => row(page, '小许') },
    { name: 'volunteer-vet-trained', openid: DESK, page: list, act: (page) => row(page, '阿May') },
    { name: 'figures', openid: DESK, page: figures },
    { name: 'figures-none', openid: DESK, page: figures, act: (page) => tap(page, '‹ 上个月') },
    { name: 'figures-loading', openid: DESK, page: figures, network: 'slow' },
    { name: 'crews', openid: DESK, page: crews },
    { name: 'crews-choose', openid: DESK, page: crews, act: choose },
    {
      name: 'crews-refused',
      openid: DESK,
      page: crews,
      act: async (page) => {
        await choose(page)
        await page.getByLabel(/^王叔带领/).click()
      },
    },
    { name: 'crews-hours', openid: DESK, page: `${crews}?tab=hours` },
    {
      name: 'crews-correct',
      openid: DESK,
      page: `${crews}?tab=hours`,
      act: async (page) => {
        await page.getByRole('button', { name: /✓/ }).first().click()
        await page.getByRole('button', { name: '服务了多久，多一点' }).click()
        await page.getByText(/^更正为/).click()
      },
    },
  ]
}

/** Those that change data: they come last. */
export function volunteerChangesOf(): State[] {
  return [
    { name: 'volunteer-swap-asked', openid: 'o-li', page: home, act: askForSwap },
    // A mother sees what is open now, and takes it over.
    { name: 'volunteer-swap-open', openid: 'o-ling', page: home },
    { name: 'volunteer-swap-desk', openid: DESK, page: crews },
    { name: 'volunteer-swap-taken', openid: 'o-ling', page: home, act: takeOver },
    { name: 'volunteer-swap-told', openid: 'o-li', page: 'pages/message-list/message-list' },
    {
      name: 'volunteer-signed-up',
      openid: 'o-ling',
      page: home,
      act: async (page) => {
        await page.getByText('我来带').first().click()
        await page.getByText('允许', { exact: true }).click()
      },
    },
  ]
}

async function askForSwap(page: Page): Promise<void> {
  await page.getByText('来不了，找人换').first().click()
  await page.getByText('允许', { exact: true }).click()
  await page.getByText('在找人换').first().waitFor()
}

async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^我来/ }).first().click()
  await page.getByText('允许', { exact: true }).click()
  await page.getByText('报上名了').waitFor()
}

const row = (page: Page, name: string) =>
  page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()

async function choose(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /正在找带领人/ })
    .first()
    .click()
}
