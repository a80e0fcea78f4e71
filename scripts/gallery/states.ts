import type { Page } from 'playwright-core'
import { bookWithoutReminder, pick, pullDown, sayOffline, tap, type } from './acts'
import { bookStatesOf } from './book-states'
import { programmeChangesOf, programmeStatesOf } from './programme-states'
import { doorStatesOf } from './door-states'
import { UNSEEN, type Facts } from './facts'
import { moneyChangesOf, moneyStatesOf } from './money-states'
import { placesStates } from './places'
import { noticeChangesOf, noticeStatesOf } from './notice-states'
import { planChangesOf, planStatesOf } from './plan-states'
import { fairStatesOf } from './fair-states'
import { volunteerChangesOf, volunteerStatesOf } from './volunteer-states'

/** A page as one person finds it. */
export interface State {
  readonly name: string
  readonly openid: string
  /** Address in the mini-program. */
  readonly page: string
  /** The network: gone from the start, gone after the page has come, or so slow that nothing has come yet. */
  readonly network?: 'off' | 'lost' | 'slow'
  /** What the person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const MOTHER = 'o-xiaoyu'
const NEW = 'newcomer-gallery'
const SIBLINGS = 'o-family-6'
const TOO_YOUNG = 'o-family-8'
const CARER = 'o-lin'
const LEAD = 'o-chen'
const DESK = 'o-community'

export const confirm = (date: string | undefined, from: string, to: string, kids: string): string =>
  `pages/booking-confirm/booking-confirm?date=${date}&from=${from}&to=${to}&kids=${kids}&seen=0`
export const scan = (ticket: string): string =>
  `packages/staff/ticket-scan/ticket-scan?ticket=${ticket}`

/** Every page of app.json in its states; those that change data come last. */
export function statesOf(facts: Facts): State[] {
  const { days, draws, xiaoyu, tickets } = facts
  const home = 'pages/home/home'
  const care = 'pages/care-book/care-book'
  const stories = 'pages/stories-week/stories-week'
  const family = 'pages/family-show/family-show'
  const register = 'pages/guardian-register/guardian-register'
  const child = 'pages/child-edit/child-edit'
  const list = 'pages/booking-list/booking-list'
  const show = 'pages/booking-show/booking-show'
  const messages = 'pages/message-list/message-list'
  const privacy = 'pages/privacy-show/privacy-show'
  const room = 'packages/staff/room-now/room-now'
  const accept = 'packages/staff/invitation-accept/invitation-accept'
  const invite = 'packages/staff/staff-invite/staff-invite'
  return [
    { name: 'home-mother', openid: MOTHER, page: home },
    { name: 'home-newcomer', openid: NEW, page: home },
    { name: 'home-papers-unseen', openid: UNSEEN, page: home },
    { name: 'home-carer', openid: CARER, page: home },
    { name: 'home-community', openid: DESK, page: home },
    { name: 'home-loading', openid: MOTHER, page: home, network: 'slow' },
    { name: 'home-offline', openid: MOTHER, page: home, network: 'off' },
    {
      name: 'home-stale',
      openid: MOTHER,
      page: home,
      network: 'lost',
      act: async (page) => {
        await pullDown(page)
        await sayOffline(page)
      },
    },

    { name: 'care-nothing-chosen', openid: MOTHER, page: care },
    { name: 'care-two-hours', openid: MOTHER, page: care, act: pick(days[2], '14:00', '15:30') },
    { name: 'care-full-why', openid: MOTHER, page: care, act: pick(days[10], '12:30') },
    { name: 'care-noon-why', openid: MOTHER, page: care, act: pick(days[1], '12:30') },
    { name: 'care-not-released', openid: MOTHER, page: care, act: pick(days[9], '9:00') },
    { name: 'care-too-long', openid: MOTHER, page: care, act: pick(days[2], '8:30', '17:30') },
    { name: 'care-siblings', openid: SIBLINGS, page: care, act: pick(days[4], '14:00', '15:00') },
    { name: 'care-too-young', openid: TOO_YOUNG, page: care },
    { name: 'care-newcomer', openid: NEW, page: care },
    { name: 'care-papers-unseen', openid: UNSEEN, page: care },
    { name: 'care-loading', openid: MOTHER, page: care, network: 'slow' },
    { name: 'care-offline', openid: MOTHER, page: care, network: 'off' },

    {
      name: 'confirm',
      openid: MOTHER,
      page: confirm(days[2], '14:00', '16:00', xiaoyu.childId),
    },
    {
      name: 'confirm-siblings',
      openid: SIBLINGS,
      page: confirm(days[4], '14:00', '15:30', `${facts.siblings}-1,${facts.siblings}-2`),
    },
    {
      name: 'confirm-session-full',
      openid: MOTHER,
      page: confirm(days[10], facts.full.from, facts.full.to, xiaoyu.childId),
    },
    {
      name: 'confirm-not-released',
      openid: MOTHER,
      page: confirm(days[9], '14:00', '16:00', xiaoyu.childId),
    },
    {
      name: 'confirm-papers-first',
      openid: UNSEEN,
      page: confirm(days[2], '14:00', '16:00', facts.unseen.childId),
      act: bookWithoutReminder,
    },
    {
      name: 'confirm-already-booked',
      openid: MOTHER,
      page: confirm(facts.xiaoyu.date, '09:00', '11:00', xiaoyu.childId),
    },
    {
      name: 'confirm-loading',
      openid: MOTHER,
      page: confirm(days[2], '14:00', '16:00', xiaoyu.childId),
      network: 'slow',
    },
    {
      name: 'confirm-offline',
      openid: MOTHER,
      page: confirm(days[2], '14:00', '16:00', xiaoyu.childId),
      network: 'off',
    },
    {
      name: 'confirm-lost',
      openid: MOTHER,
      page: confirm(days[2], '14:00', '16:00', xiaoyu.childId),
      network: 'lost',
      act: async (page) => {
        await bookWithoutReminder(page)
        await sayOffline(page)
      },
    },

    { name: 'care-draw', openid: MOTHER, page: care, act: pick(draws.open, '9:00') },
    ...fairStatesOf(facts),

    { name: 'bookings', openid: MOTHER, page: list },
    { name: 'bookings-none', openid: 'o-family-20', page: list },
    { name: 'bookings-fresh', openid: SIBLINGS, page: `${list}?fresh=1` },
    { name: 'bookings-loading', openid: MOTHER, page: list, network: 'slow' },
    { name: 'bookings-offline', openid: MOTHER, page: list, network: 'off' },
    { name: 'ticket', openid: MOTHER, page: `${show}?id=${xiaoyu.coming}` },
    { name: 'ticket-fresh', openid: MOTHER, page: `${show}?id=${xiaoyu.coming}&fresh=1` },
    {
      name: 'ticket-inside',
      openid: facts.inside.openid,
      page: `${show}?id=${facts.inside.bookingId}`,
    },
    { name: 'ticket-gone', openid: facts.done.openid, page: `${show}?id=${facts.done.bookingId}` },
    { name: 'ticket-cancelled', openid: MOTHER, page: `${show}?id=${facts.cancelled}` },
    {
      name: 'ticket-loading',
      openid: MOTHER,
      page: `${show}?id=${xiaoyu.coming}`,
      network: 'slow',
    },
    { name: 'ticket-not-found', openid: NEW, page: `${show}?id=${xiaoyu.coming}` },
    { name: 'ticket-offline', openid: MOTHER, page: `${show}?id=${xiaoyu.coming}`, network: 'off' },

    ...moneyStatesOf(facts),
    ...bookStatesOf(facts),
    ...programmeStatesOf(facts),

    { name: 'stories', openid: MOTHER, page: stories },
    { name: 'stories-newcomer', openid: NEW, page: stories },
    { name: 'stories-loading', openid: MOTHER, page: stories, network: 'slow' },
    { name: 'stories-offline', openid: MOTHER, page: stories, network: 'off' },

    { name: 'family', openid: MOTHER, page: family },
    { name: 'family-siblings', openid: SIBLINGS, page: family },
    { name: 'family-papers-unseen', openid: UNSEEN, page: family },
    { name: 'family-newcomer', openid: NEW, page: family },
    { name: 'family-lead', openid: LEAD, page: family },
    { name: 'family-community', openid: DESK, page: family },
    { name: 'family-loading', openid: MOTHER, page: family, network: 'slow' },
    { name: 'family-offline', openid: MOTHER, page: family, network: 'off' },

    { name: 'register', openid: NEW, page: register },
    { name: 'register-offline', openid: NEW, page: register, network: 'off' },
    {
      name: 'register-missing',
      openid: NEW,
      page: register,
      act: (page) => page.locator('.foot').getByRole('button').first().click(),
    },
    { name: 'register-notice', openid: NEW, page: register, act: (page) => tap(page, /看全文/) },
    { name: 'register-refused', openid: NEW, page: register, act: (page) => tap(page, '不同意') },
    { name: 'child-new', openid: MOTHER, page: child },
    {
      name: 'child-missing',
      openid: MOTHER,
      page: child,
      act: (page) => page.locator('.foot').getByRole('button').first().click(),
    },
    {
      name: 'child-edit',
      openid: 'o-family-3',
      page: family,
      act: (page) => page.getByRole('button', { name: /^果果/ }).click(),
    },

    { name: 'messages', openid: MOTHER, page: messages },
    { name: 'messages-none', openid: NEW, page: messages },
    { name: 'messages-loading', openid: MOTHER, page: messages, network: 'slow' },
    { name: 'messages-offline', openid: MOTHER, page: messages, network: 'off' },
    { name: 'privacy', openid: MOTHER, page: privacy },
    {
      name: 'privacy-export',
      openid: MOTHER,
      page: privacy,
      act: (page) => tap(page, '看我家的全部信息'),
    },
    { name: 'privacy-newcomer', openid: NEW, page: privacy },
    { name: 'privacy-loading', openid: MOTHER, page: privacy, network: 'slow' },
    { name: 'privacy-offline', openid: MOTHER, page: privacy, network: 'off' },

    { name: 'room', openid: CARER, page: room },
    { name: 'room-inside', openid: CARER, page: room, act: (page) => tap(page, /^在园 \d/) },
    { name: 'room-gone', openid: CARER, page: room, act: (page) => tap(page, /^已离园/) },
    { name: 'room-loading', openid: CARER, page: room, network: 'slow' },
    { name: 'room-offline', openid: CARER, page: room, network: 'off' },
    { name: 'room-not-mine', openid: MOTHER, page: room },
    { name: 'scan-in', openid: CARER, page: scan(tickets.in) },
    { name: 'scan-out', openid: CARER, page: scan(tickets.out) },
    { name: 'scan-allergic', openid: CARER, page: scan(tickets.allergic) },
    { name: 'scan-forged', openid: CARER, page: scan(tickets.forged) },
    { name: 'scan-early', openid: CARER, page: scan(tickets.early) },
    { name: 'scan-gone', openid: CARER, page: scan(tickets.gone) },
    ...doorStatesOf(facts),
    { name: 'scan-unreadable', openid: CARER, page: scan('unreadable') },
    { name: 'scan-loading', openid: CARER, page: scan(tickets.in), network: 'slow' },
    { name: 'scan-offline', openid: CARER, page: scan(tickets.in), network: 'off' },

    { name: 'invitation', openid: NEW, page: accept },
    {
      name: 'invitation-wrong',
      openid: NEW,
      page: `${accept}?code=abcd-efgh`,
      act: (page) => page.locator('.foot').getByText('接受邀请').click(),
    },
    { name: 'invite', openid: 'o-manager', page: invite },
    { name: 'invite-not-mine', openid: MOTHER, page: invite },
    ...noticeStatesOf(),
    ...placesStates(facts.places, days, xiaoyu),
    ...planStatesOf(facts),
    ...volunteerStatesOf(),
    ...moneyChangesOf(),

    {
      name: 'scan-in-done',
      openid: CARER,
      page: scan(tickets.in),
      act: (page) => tap(page, /^确认入园/),
    },
    {
      name: 'invitation-accepted',
      openid: 'newcomer-carer',
      page: `${accept}?code=${facts.invitation}`,
      act: (page) => page.locator('.foot').getByText('接受邀请').click(),
    },
    {
      name: 'invite-made',
      openid: LEAD,
      page: invite,
      act: async (page) => {
        await type(page, /怎么称呼/, '吴老师')
        await page.getByRole('radio').first().click()
        await tap(page, '生成邀请码')
      },
    },
    ...noticeChangesOf(),
    ...planChangesOf(facts),
    ...programmeChangesOf(),
    ...volunteerChangesOf(),
  ]
}
