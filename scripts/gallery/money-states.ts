import type { Facts } from './facts'
import { tap, type } from './acts'
import type { State } from './states'

const MOTHER = 'o-xiaoyu'
const SIBLINGS = 'o-family-6'
const NEW = 'newcomer-gallery'
const CARER = 'o-lin'
const OPERATOR = 'o-manager'
const DESK = 'o-community'

const statement = 'pages/statement-show/statement-show'
const bills = 'packages/desk/bill-list/bill-list'
const correct = 'packages/desk/bill-correct/bill-correct'
const month = 'packages/desk/month-show/month-show'
const tariff = 'packages/desk/tariff-edit/tariff-edit'

/** Bills, statements, the desk, the month and the price list, looked at only. */
export function moneyStatesOf(facts: Facts): State[] {
  return [
    { name: 'statement', openid: facts.late.openid, page: statement },
    {
      name: 'statement-none',
      openid: SIBLINGS,
      page: statement,
      act: (page) => tap(page, /上个月/),
    },
    { name: 'statement-newcomer', openid: NEW, page: statement },
    { name: 'statement-loading', openid: MOTHER, page: statement, network: 'slow' },
    {
      name: 'bill-late',
      openid: facts.late.openid,
      page: `pages/booking-show/booking-show?id=${facts.late.bookingId}`,
    },
    { name: 'care-unpaid', openid: facts.owing, page: 'pages/care-book/care-book' },
    { name: 'family-operator', openid: 'o-manager', page: 'pages/family-show/family-show' },

    { name: 'bills', openid: CARER, page: bills },
    { name: 'bills-unfolded', openid: OPERATOR, page: bills, act: (page) => tap(page, /^看 \d/) },
    { name: 'bills-pay', openid: CARER, page: bills, act: (page) => tap(page, '微信收款') },
    { name: 'bills-loading', openid: CARER, page: bills, network: 'slow' },
    { name: 'bills-not-mine', openid: MOTHER, page: bills },
    { name: 'correct', openid: OPERATOR, page: `${correct}?id=${facts.late.bookingId}` },
    {
      name: 'correct-missing',
      openid: OPERATOR,
      page: `${correct}?id=${facts.late.bookingId}`,
      act: (page) => page.locator('.foot').getByRole('button').first().click(),
    },
    { name: 'month', openid: DESK, page: month },
    { name: 'month-none', openid: DESK, page: month, act: (page) => tap(page, /上个月/) },
    { name: 'month-loading', openid: DESK, page: month, network: 'slow' },
    { name: 'tariff', openid: OPERATOR, page: tariff },
    {
      name: 'tariff-wrong',
      openid: OPERATOR,
      page: tariff,
      act: async (page) => {
        await type(page, '每小时', '-3')
        await page.locator('.foot').getByRole('button').first().click()
      },
    },
    { name: 'tariff-loading', openid: OPERATOR, page: tariff, network: 'slow' },
  ]
}

/** Those that change data. */
export function moneyChangesOf(): State[] {
  return [
    {
      name: 'bills-paid',
      openid: CARER,
      page: bills,
      act: async (page) => {
        await tap(page, '现金收款')
        await page.locator('.phone-modal').getByText('记下', { exact: true }).click()
      },
    },
    {
      name: 'tariff-saved',
      openid: OPERATOR,
      page: tariff,
      act: (page) => page.locator('.foot').getByRole('button').first().click(),
    },
  ]
}
