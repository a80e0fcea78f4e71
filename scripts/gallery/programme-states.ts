import type { Page } from 'playwright-core'
import type { State } from './states'
import { tap } from './acts'

const MOTHER = 'o-xiaoyu'
const DESK = 'o-community'
const EDIT = 'packages/programme/session-edit/session-edit'

/** Sessions that are still to come, and the desk that plans them. `days` are the dates that can be booked. */
export function programmeStatesOf(days: readonly string[]): State[] {
  const [, thursday = '', , , , tuesday = ''] = days
  return [
    { name: 'session-free', openid: MOTHER, page: show(tuesday, '21000') },
    { name: 'session-newcomer-free', openid: 'o-new', page: show(tuesday, '21000') },
    { name: 'session-full', openid: MOTHER, page: show(thursday, '41430') },
    { name: 'session-gone', openid: MOTHER, page: show(tuesday, 'never') },
    { name: 'session-edit-new', openid: DESK, page: `${EDIT}?date=${tuesday}` },
    {
      name: 'session-edit-old',
      openid: DESK,
      page: `${EDIT}?date=${tuesday}&id=yucun_${tuesday}_21000`,
    },
    {
      name: 'session-edit-empty',
      openid: DESK,
      page: `${EDIT}?date=${tuesday}`,
      act: (page) => tap(page, '排上这一场'),
    },
    {
      name: 'session-edit-clash',
      openid: DESK,
      page: `${EDIT}?date=${tuesday}`,
      act: planIn('活动室'),
    },
    { name: 'session-edit-not-mine', openid: MOTHER, page: `${EDIT}?date=${tuesday}` },
    {
      name: 'session-edit-loading',
      openid: DESK,
      page: `${EDIT}?date=${tuesday}`,
      network: 'slow',
    },
  ]
}

function show(date: string, line: string): string {
  return `packages/programme/session-show/session-show?id=yucun_${date}_${line}`
}

/** Names a session and puts it into this room. */
function planIn(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('input').first().fill('小鱼的音乐会')
    await page.locator('.rooms').getByText(name, { exact: true }).click()
    await tap(page, '排上这一场')
  }
}
