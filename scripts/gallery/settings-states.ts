import type { Page } from 'playwright-core'
import { tap, type } from './acts'
import { LEAVING, RENEWING } from './family-files'
import type { State } from './states'

const OPERATOR = 'o-manager'
const LEAD = 'o-chen'
const farewell = 'packages/family/farewell-show/farewell-show'
const at = (name: string): string => `packages/desk/${name}/${name}`

/** The desk's settings, looked at and refused. */
export function settingsStatesOf(): State[] {
  return [
    {
      name: 'register-renewing',
      openid: RENEWING,
      page: 'pages/guardian-register/guardian-register',
    },
    { name: 'settings', openid: OPERATOR, page: at('settings-show') },
    { name: 'settings-lead', openid: LEAD, page: at('settings-show') },
    { name: 'settings-not-mine', openid: 'o-lin', page: at('settings-show') },
    { name: 'settings-loading', openid: OPERATOR, page: at('settings-show'), network: 'slow' },
    { name: 'groups', openid: OPERATOR, page: at('groups-edit') },
    { name: 'groups-wrong', openid: OPERATOR, page: at('groups-edit'), act: tooMany },
    { name: 'groups-offline', openid: OPERATOR, page: at('groups-edit'), network: 'off' },
    { name: 'release-rules', openid: OPERATOR, page: at('release-edit') },
    { name: 'release-rules-wrong', openid: OPERATOR, page: at('release-edit'), act: lopsided },
    { name: 'loan-rules', openid: OPERATOR, page: at('loans-edit') },
    { name: 'loan-rules-wrong', openid: OPERATOR, page: at('loans-edit'), act: noBook },
    { name: 'notice-texts', openid: OPERATOR, page: at('notice-texts') },
    { name: 'staff-list', openid: OPERATOR, page: at('staff-list') },
    {
      name: 'staff-roles',
      openid: OPERATOR,
      page: at('staff-list'),
      act: (page) => tap(page, '修改'),
    },
    { name: 'staff-last-operator', openid: OPERATOR, page: at('staff-list'), act: endOperator },
    { name: 'deletions', openid: OPERATOR, page: at('deletion-list') },
    { name: 'farewell', openid: LEAVING, page: farewell },
    { name: 'farewell-none', openid: 'o-xiaoyu', page: farewell },
    { name: 'farewell-home', openid: LEAVING, page: 'pages/home/home' },
    { name: 'farewell-privacy', openid: LEAVING, page: 'pages/privacy-show/privacy-show' },
    { name: 'farewell-loading', openid: LEAVING, page: farewell, network: 'slow' },
    {
      name: 'farewell-kept',
      openid: LEAVING,
      page: farewell,
      act: (page) => tap(page, '再留 12 个月'),
    },
    { name: 'changes', openid: OPERATOR, page: at('change-list') },
  ]
}

async function tooMany(page: Page): Promise<void> {
  await page.locator('input').first().fill('')
  await more(page, '托大班最多', 8)
  await tap(page, '保存班级和人数')
}

async function lopsided(page: Page): Promise<void> {
  await more(page, '第二批放出', 2)
  await tap(page, '保存放位规则')
}

async function noBook(page: Page): Promise<void> {
  await type(page, '一次借，天', '90')
  await type(page, '一家最多，本', '0')
  await tap(page, '保存借书规则')
}

async function more(page: Page, label: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++)
    await page
      .getByRole('button', { name: `${label}，多一点` })
      .first()
      .click()
}

async function endOperator(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^修改何经理/ }).click()
  await page.getByRole('checkbox', { name: '运营' }).click()
  await page.getByRole('checkbox', { name: '老师', exact: true }).click()
  await tap(page, '保存身份')
}
