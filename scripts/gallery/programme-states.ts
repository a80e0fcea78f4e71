import type { Page } from 'playwright-core'
import { tap } from './acts'
import type { Facts } from './facts'
import type { State } from './states'

const MOTHER = 'o-xiaoyu'
const NEW = 'newcomer-gallery'
const SIBLINGS = 'o-family-6'
const DESK = 'o-community'
const EDIT = 'packages/programme/session-edit/session-edit'
const SHOW = 'packages/programme/session-show/session-show'
const WEEK = 'packages/programme/week-plan/week-plan'
const STORIES = 'pages/stories-week/stories-week'

/** Sessions as families find them, and the desk that plans them. */
export function programmeStatesOf({ days, sessions }: Facts): State[] {
  const [, thursday = '', friday = '', , monday = '', tuesday = ''] = days
  const fresh = `${EDIT}?date=${tuesday}`
  const stored = (date: string, line: string): string =>
    `${EDIT}?date=${date}&id=${idOf(date, line)}`
  return [
    { name: 'session-free', openid: MOTHER, page: show(tuesday, '21000') },
    { name: 'session-newcomer-free', openid: NEW, page: show(tuesday, '21000') },
    { name: 'session-siblings', openid: SIBLINGS, page: show(tuesday, '21000') },
    { name: 'session-full', openid: MOTHER, page: show(thursday, '41430') },
    { name: 'session-waiting', openid: sessions.waiting, page: show(thursday, '41430') },
    { name: 'session-offered', openid: sessions.offered, page: show(friday, '51530') },
    { name: 'session-called-off', openid: MOTHER, page: show(monday, '11530') },
    { name: 'session-guest', openid: MOTHER, page: `${SHOW}?id=${sessions.guest}` },
    { name: 'session-over', openid: MOTHER, page: STORIES, act: openFirst },
    { name: 'session-over-newcomer', openid: NEW, page: STORIES, act: openFirst },
    { name: 'session-gone', openid: MOTHER, page: show(tuesday, 'never') },

    { name: 'session-edit-new', openid: DESK, page: fresh },
    { name: 'session-edit-old', openid: DESK, page: stored(tuesday, '21000') },
    {
      name: 'session-edit-guest',
      openid: DESK,
      page: fresh,
      act: async (page) => {
        await pick(page, /^带领人/, '名单外的人，写名字')
        await page.locator('.guest input').fill('王馆长')
      },
    },
    {
      name: 'session-edit-ages',
      openid: DESK,
      page: WEEK,
      act: async (page) => {
        await nextWeek(page, '11 月 30')
        await page.getByRole('button', { name: '改《图书馆的大书》' }).click()
      },
    },
    {
      name: 'session-edit-books',
      openid: DESK,
      page: stored(tuesday, '21000'),
      act: async (page) => {
        await page.locator('.find input').fill('月亮')
        await page.locator('.found').waitFor()
      },
    },
    {
      name: 'session-edit-drop',
      openid: DESK,
      page: stored(tuesday, '21000'),
      act: (page) => page.getByRole('switch', { name: '每周都有' }).click(),
    },
    {
      name: 'session-edit-ask',
      openid: DESK,
      page: stored(tuesday, '21000'),
      act: async (page) => {
        await page.getByRole('button', { name: '名额，多一点' }).click()
        await tap(page, '改好了')
      },
    },
    {
      name: 'session-edit-empty',
      openid: DESK,
      page: fresh,
      act: (page) => tap(page, '排上这一场'),
    },
    { name: 'session-edit-clash', openid: DESK, page: fresh, act: planIn('活动室') },
    {
      name: 'session-edit-leader-busy',
      openid: DESK,
      page: fresh,
      act: async (page) => {
        await pick(page, /^带领人/, '陈老师 · 老师')
        await planIn('绘本角')(page)
      },
    },
    {
      name: 'session-edit-no-certificate',
      openid: DESK,
      page: fresh,
      act: async (page) => {
        await pick(page, /^带领人/, '王叔 · 志愿者')
        await planIn('绘本角')(page)
      },
    },
    { name: 'session-edit-nap', openid: DESK, page: fresh, act: planAt('13:00', '13:30') },
    { name: 'session-edit-closed', openid: DESK, page: fresh, act: planAt('18:00', '18:30') },
    {
      name: 'session-edit-booked',
      openid: DESK,
      page: stored(friday, '51000'),
      act: async (page) => {
        await page.locator('.rooms').getByText('活动室', { exact: true }).click()
        await tap(page, '改好了')
        await page.locator('.phone-modal').getByText('只改这场', { exact: true }).click()
      },
    },
    { name: 'session-edit-not-mine', openid: MOTHER, page: fresh },
    { name: 'session-edit-loading', openid: DESK, page: fresh, network: 'slow' },

    { name: 'week-plan', openid: DESK, page: WEEK },
    { name: 'week-plan-next', openid: DESK, page: WEEK, act: (page) => nextWeek(page, '11 月 30') },
    {
      name: 'week-plan-calling-off',
      openid: DESK,
      page: WEEK,
      act: (page) =>
        page
          .getByRole('button', { name: /^取消《/ })
          .first()
          .click(),
    },
    { name: 'week-plan-loading', openid: DESK, page: WEEK, network: 'slow' },
    { name: 'week-plan-not-mine', openid: NEW, page: WEEK },
  ]
}

/** A week copied from the one before, and what cannot be there. */
export function programmeChangesOf(): State[] {
  return [
    {
      name: 'week-plan-copied',
      openid: DESK,
      page: WEEK,
      act: async (page) => {
        await nextWeek(page, '11 月 30')
        await nextWeek(page, '12 月 7')
        await tap(page, '照上一周排')
        await page.getByRole('status').filter({ visible: true }).waitFor()
      },
    },
  ]
}

function idOf(date: string, line: string): string {
  return `yucun_${date}_${line}`
}

function show(date: string, line: string): string {
  return `${SHOW}?id=${idOf(date, line)}`
}

/** Today's first, which is over. */
const openFirst = (page: Page): Promise<void> =>
  page.locator('.story').filter({ visible: true }).first().click()

async function nextWeek(page: Page, begins: string): Promise<void> {
  await tap(page, '下一周 ›')
  await page.locator('.weeks').getByText(begins).waitFor()
}

/** Turns the wheel of a picker to these words and takes them. */
async function pick(page: Page, label: string | RegExp, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.getByLabel('第 1 列').getByText(words, { exact: true }).click()
  await tap(page, '确定')
}

/** Names a session and puts it into this room. */
function planIn(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('input').first().fill('小鱼的音乐会')
    await page.locator('.rooms').getByText(name, { exact: true }).click()
    await tap(page, '排上这一场')
  }
}

function planAt(from: string, to: string): (page: Page) => Promise<void> {
  return async (page) => {
    await pick(page, '到 10:30', to)
    await pick(page, '从 10:00', from)
    await planIn('绘本角')(page)
  }
}
