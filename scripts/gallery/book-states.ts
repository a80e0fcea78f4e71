import type { Page } from 'playwright-core'
import { tap, type } from './acts'
import type { Facts } from './facts'
import type { State } from './states'

const MOTHER = 'o-xiaoyu'
const CARER = 'o-lin'
const FOOT = '.foot button, .foot [role="button"]'

const page = (name: string, query = ''): string =>
  `packages/books/${name}/${name}${query ? `?${query}` : ''}`
const field = (label: string, text: string) => async (shown: Page) => {
  await type(shown, label, text)
  await shown.waitForTimeout(300)
}

/** The picture books: the catalogue, a child's log and passport, the lending desk. */
export function bookStatesOf({ xiaoyu, days }: Facts): State[] {
  const child = `child=${xiaoyu.childId}`
  const book = 'id=yucun_b7'
  return [
    { name: 'books', openid: MOTHER, page: page('book-list') },
    {
      name: 'books-staff',
      openid: CARER,
      page: page('book-list'),
      act: (shown) => tap(shown, '粤语'),
    },
    {
      name: 'books-none',
      openid: MOTHER,
      page: page('book-list'),
      act: field('找书，书名、作者或 ISBN', '恐龙'),
    },
    { name: 'books-loading', openid: MOTHER, page: page('book-list'), network: 'slow' },
    { name: 'books-offline', openid: MOTHER, page: page('book-list'), network: 'off' },
    { name: 'book-show', openid: MOTHER, page: page('book-show', book) },
    { name: 'book-show-staff', openid: CARER, page: page('book-show', book) },
    { name: 'book-show-unknown', openid: MOTHER, page: page('book-show', 'id=yucun_none') },
    { name: 'book-labels', openid: CARER, page: page('copy-labels', book) },
    { name: 'book-edit', openid: CARER, page: page('book-edit', book) },
    { name: 'book-new', openid: CARER, page: page('book-edit', 'isbn=9780805047905') },
    {
      name: 'book-new-wrong',
      openid: CARER,
      page: page('book-edit', 'isbn=9780805047906'),
      act: (shown) => shown.locator(FOOT).first().click(),
    },
    { name: 'book-session-read', openid: MOTHER, page: sessionOn(days[1]) },
    {
      name: 'book-sessions',
      openid: CARER,
      page: page('session-books'),
      act: (shown) => tap(shown, '改'),
    },
    { name: 'reading', openid: MOTHER, page: page('reading-show') },
    { name: 'reading-siblings', openid: 'o-family-6', page: page('reading-show') },
    { name: 'reading-first', openid: 'o-family-2', page: page('reading-show') },
    { name: 'reading-loading', openid: MOTHER, page: page('reading-show'), network: 'slow' },
    { name: 'passport', openid: MOTHER, page: page('passport-show', child) },
    { name: 'passport-not-mine', openid: 'o-family-2', page: page('passport-show', child) },
    { name: 'loans', openid: MOTHER, page: page('loan-list') },
    { name: 'loans-late', openid: 'o-family-4', page: page('loan-list') },
    { name: 'loans-none', openid: 'o-family-2', page: page('loan-list') },
    { name: 'loan-desk', openid: CARER, page: page('loan-desk') },
    { name: 'loan-desk-out', openid: CARER, page: page('loan-desk'), act: look('3F8A91') },
    {
      name: 'loan-desk-lend',
      openid: CARER,
      page: page('loan-desk'),
      act: async (shown) => {
        await look('7C20D4')(shown)
        await field('借给谁家，孩子的名字或家长手机后几位', '安')(shown)
      },
    },
    { name: 'loan-desk-unknown', openid: CARER, page: page('loan-desk'), act: look('000000') },
    { name: 'loan-desk-not-mine', openid: MOTHER, page: page('loan-desk') },
  ]
}

/** The story at ten, which there is on every open day. */
function sessionOn(date = ''): string {
  const weekday = new Date(date).getUTCDay()
  return `packages/programme/session-show/session-show?id=yucun_${date}_${weekday}1000`
}

function look(code: string): (shown: Page) => Promise<void> {
  return async (shown) => {
    await field('标签上的六位编号', code)(shown)
    await tap(shown, '查')
  }
}
