import { tap } from './acts'
import type { Facts } from './facts'
import { confirm, scan, type State } from './states'

const CARER = 'o-lin'
const LEAD = 'o-chen'

const staff = (page: string, id = ''): string =>
  `packages/staff/${page}/${page}${id ? `?id=${id}` : ''}`
const desk = (page: string): string => `packages/desk/${page}/${page}`

/** The pages of the carers' day and of who keeps the house, and what families see of them. */
export function careStatesOf({ days, care }: Facts): State[] {
  const family = 'pages/family-show/family-show'
  const show = 'pages/booking-show/booking-show'
  const room = 'packages/staff/room-now/room-now'
  return [
    { name: 'scan-health', openid: CARER, page: scan(care.expired.ticket) },

    { name: 'check', openid: CARER, page: staff('morning-check', care.check) },
    {
      name: 'check-well',
      openid: CARER,
      page: staff('morning-check', care.check),
      act: async (page) => {
        await tap(page, '36.5')
        await tap(page, /都好$/)
      },
    },
    {
      name: 'check-missing',
      openid: CARER,
      page: staff('morning-check', care.check),
      act: async (page) => {
        await tap(page, '有疹')
        await tap(page, /^记下/)
      },
    },
    {
      name: 'check-fever',
      openid: CARER,
      page: staff('morning-check', care.check),
      act: async (page) => {
        await tap(page, '38.0')
        await tap(page, '不好')
      },
    },
    {
      name: 'check-loading',
      openid: CARER,
      page: staff('morning-check', care.check),
      network: 'slow',
    },
    { name: 'child-health', openid: CARER, page: staff('child-health', care.check) },
    {
      name: 'child-health-expired',
      openid: CARER,
      page: staff('child-health', care.expired.bookingId),
    },
    { name: 'child-health-excluded', openid: CARER, page: staff('child-health', care.ill) },
    { name: 'exposure', openid: LEAD, page: staff('exposure-notice', care.ill) },
    { name: 'exposure-not-mine', openid: CARER, page: staff('exposure-notice', care.ill) },
    { name: 'notes', openid: CARER, page: staff('notes-write') },
    {
      name: 'notes-said',
      openid: CARER,
      page: staff('notes-write'),
      act: async (page) => {
        await tap(page, '全选')
        await tap(page, '吃光了')
        await tap(page, '1 小时')
      },
    },
    { name: 'notes-loading', openid: CARER, page: staff('notes-write'), network: 'slow' },
    { name: 'incident', openid: CARER, page: staff('incident-write') },
    {
      name: 'incident-missing',
      openid: CARER,
      page: staff('incident-write'),
      act: (page) => page.locator('.foot').getByRole('button').first().click(),
    },
    { name: 'away', openid: CARER, page: staff('children-away') },
    { name: 'duty', openid: CARER, page: staff('duty-clock') },
    {
      name: 'duty-chosen',
      openid: CARER,
      page: staff('duty-clock'),
      act: (page) => tap(page, '托大班'),
    },
    { name: 'incidents', openid: LEAD, page: desk('incident-list') },
    { name: 'health-rules', openid: LEAD, page: desk('health-rules') },
    { name: 'audits', openid: 'o-manager', page: desk('audit-list') },
    {
      name: 'audits-none',
      openid: 'o-manager',
      page: desk('audit-list'),
      act: async (page) => {
        await tap(page, '前一天')
        await tap(page, '前一天')
      },
    },
    { name: 'audits-loading', openid: 'o-manager', page: desk('audit-list'), network: 'slow' },
    { name: 'site-code', openid: LEAD, page: desk('site-code') },
    {
      name: 'ticket-noted',
      openid: care.noted.openid,
      page: `${show}?id=${care.noted.bookingId}`,
    },
    { name: 'family-excluded', openid: care.excluded.openid, page: family },
    {
      name: 'confirm-excluded',
      openid: care.excluded.openid,
      page: confirm(days[4], '14:00', '16:00', care.excluded.childId),
    },
    { name: 'family-health-due', openid: 'o-family-4', page: family },
    { name: 'family-operator', openid: 'o-manager', page: family },
    { name: 'room-operator', openid: 'o-manager', page: room },
    { name: 'room-lead', openid: LEAD, page: room, act: (page) => tap(page, /^在园 \d/) },

    // What changes the data comes last.
    {
      name: 'check-done',
      openid: CARER,
      page: staff('morning-check', care.check),
      act: async (page) => {
        await tap(page, '36.5')
        await tap(page, /都好$/)
        await tap(page, /^记下/)
      },
    },
    {
      name: 'check-home',
      openid: LEAD,
      page: staff('morning-check', care.check),
      act: async (page) => {
        await tap(page, '38.0')
        await tap(page, /都好$/)
        await tap(page, /疑似流感/)
        await tap(page, /^记下/)
      },
    },
  ]
}
