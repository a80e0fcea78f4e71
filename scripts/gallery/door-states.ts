import type { Page } from 'playwright-core'
import type { Facts } from './facts'
import { tap, type } from './acts'
import type { State } from './states'

const MOTHER = 'o-xiaoyu'
const NEW = 'newcomer-gallery'
const CARER = 'o-lin'
const LEAD = 'o-chen'

const ticketScan = 'packages/staff/ticket-scan/ticket-scan'
const scan = (ticket: string): string => `${ticketScan}?ticket=${ticket}`

/** The room has been fetched, then the network goes, and something is scanned. */
const scanAlone =
  (ticket: string) =>
  async (page: Page): Promise<void> => {
    await page.evaluate((url) => {
      const { phone } = globalThis as unknown as {
        phone: { setOnline(on: boolean): void; open(url: string, way: string): Promise<void> }
      }
      phone.setOnline(false)
      return phone.open(url, 'share')
    }, scan(ticket))
  }

/** The app was closed, and is opened again where there is no network. */
const openedAlone =
  (path: string, forget?: RegExp) =>
  async (page: Page): Promise<void> => {
    const url = new URL(page.url())
    url.searchParams.set('network', 'off')
    url.searchParams.set('page', path)
    await page.evaluate((source) => {
      const gone = source ? new RegExp(source) : undefined
      for (const key of Object.keys(localStorage)) if (gone?.test(key)) localStorage.removeItem(key)
    }, forget?.source)
    await page.goto(url.href)
    await page.getByText('没有网络').filter({ visible: true }).first().waitFor()
  }

/** The door in its states: verdicts, passes, what is done without a code or without network. */
export function doorStatesOf(facts: Facts): State[] {
  const { xiaoyu, tickets } = facts
  const room = 'packages/staff/room-now/room-now'
  const find = 'packages/staff/child-find/child-find'
  const override = 'packages/staff/override-ask/override-ask'
  const give = 'pages/pass-give/pass-give'
  const pass = 'pages/pass-show/pass-show'
  return [
    { name: 'scan-owing', openid: CARER, page: scan(tickets.owing) },
    { name: 'scan-other-day', openid: CARER, page: scan(tickets.otherDay) },
    { name: 'scan-pass', openid: CARER, page: scan(tickets.pass) },
    {
      name: 'scan-pass-sure',
      openid: CARER,
      page: scan(tickets.pass),
      act: (page) => tap(page, /^看清了/),
    },
    { name: 'scan-pass-revoked', openid: CARER, page: scan(tickets.revoked) },
    { name: 'scan-listed', openid: CARER, page: `${ticketScan}?booking=${facts.expected}` },
    { name: 'home-alone', openid: CARER, page: room, act: openedAlone('pages/home/home') },
    {
      name: 'room-unlisted',
      openid: CARER,
      page: room,
      act: openedAlone(room, /door\.\d{4}-/),
    },
    { name: 'scan-alone', openid: CARER, page: room, act: scanAlone(tickets.in) },
    {
      name: 'scan-alone-doubt',
      openid: CARER,
      page: room,
      act: async (page) => {
        await scanAlone(tickets.in)(page)
        await tap(page, '其实是来接孩子')
      },
    },
    { name: 'find', openid: CARER, page: find },
    { name: 'find-today', openid: CARER, page: find, act: (page) => type(page, /名字/, '妈妈') },
    {
      name: 'find-families',
      openid: CARER,
      page: find,
      act: async (page) => {
        await type(page, /名字/, '小')
        await tap(page, /找登记的家庭/)
      },
    },
    { name: 'walk-in', openid: CARER, page: facts.walkIn },
    { name: 'override', openid: CARER, page: `${override}?booking=${facts.inside.bookingId}` },
    {
      name: 'override-missing',
      openid: CARER,
      page: `${override}?booking=${facts.inside.bookingId}`,
      act: (page) => tap(page, '请另一位老师同意'),
    },
    { name: 'room-override', openid: LEAD, page: room },
    { name: 'pass-give-none', openid: MOTHER, page: `${give}?id=${xiaoyu.coming}` },
    {
      name: 'pass-give',
      openid: facts.inside.openid,
      page: `${give}?id=${facts.inside.bookingId}`,
    },
    { name: 'pass-free', openid: NEW, page: `${pass}?id=${facts.passes.sent}` },
    { name: 'pass-waiting', openid: 'newcomer-uncle', page: `${pass}?id=${facts.passes.opened}` },
    { name: 'pass-ready', openid: 'newcomer-aunt', page: `${pass}?id=${facts.passes.confirmed}` },
    { name: 'pass-taken', openid: NEW, page: `${pass}?id=${facts.passes.opened}` },
  ]
}
