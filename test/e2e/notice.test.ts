import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { until } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

/** Her child is of the age that the notice is for. */
const MOTHER = 'o-xiaoyu'
const DESK = 'o-community'
const FRIDAY = '2026-11-27'
const TITLE = '沙池开放，带雨鞋'

let table: Table
let laptop: Laptop
beforeAll(async () => {
  table = await layTable(MOTHER, DESK)
  laptop = laptopAt(table.laptop.url)
})
afterAll(() => table.close())

const delivered = async (): Promise<any[]> => {
  const answer = await fetch(`${table.laptop.url}/__local/messages`)
  const { messages } = (await answer.json()) as { messages: any[] }
  return messages.filter(({ data }) => data.thing1?.value === TITLE)
}
/** Her child for that span of Friday. */
const book = async (span: { from: string; to: string }) => {
  const { household } = await laptop.call(MOTHER, 'enterApp', {})
  const childIds = [household.children[0].id]
  const wanted = { siteId: SITE, childIds, date: FRIDAY, span }
  const { totalFen: seenTotalFen } = await laptop.call(MOTHER, 'quoteCare', wanted)
  const input = { ...wanted, attempt: 'e2e-closed-friday', seenTotalFen, accepted: [] }
  await laptop.call(MOTHER, 'bookCare', input)
}
const phoneOf = (openid: string) => {
  const frame = table.page.frames().find((each) => each.url().includes(`openid=${openid}`))
  if (!frame) throw new Error(`no phone of ${openid}`)
  return frame
}

it('the mother asks to be told, with one tap', async () => {
  const { guardian } = table
  await guardian.open('/pages/message-list/message-list')
  await guardian.tapSaying('允许一条', 't-button')
  await guardian.answer('authorizeAllow')
  await guardian.reads('约还能发')
})

it('the community writes a notice for an age and a later moment, sees its reach, and plans it', async () => {
  const { carer: desk } = table
  await desk.open('/packages/desk/notice-list/notice-list')
  await desk.tapSaying('写一条通知', '.foot', 't-button')
  await desk.at('packages/desk/notice-write/notice-write')
  await desk.reads('/ 22 家', '.reach')
  await desk.type(TITLE, 'input')
  await desk.type('两岁以上的孩子，多带一套衣服', 'textarea')
  await desk.tapSaying('修改', '.line')
  await desk.tapSaying('选月龄', 'choice-chips', '.choice')
  await until('a smaller audience', async () => {
    const text = await desk.textOf('.reach')
    return text.includes('家') && !text.includes('/ 22')
  })
  await desk.reads('草稿存好了')
  await desk.tapSaying('定时', '#moments', '.choice')
  await desk.tapSaying('发给', '.foot', 't-button')
  await desk.answer('confirmModal')
  await desk.at('packages/desk/notice-show/notice-show')
  await desk.reads('定好了')
  expect(await delivered()).toEqual([])
})

it('at its moment it drops down on the mother’s phone and stands in her inbox, unread on the tab', async () => {
  const { guardian, carer: desk } = table
  await guardian.open('/pages/home/home')
  const { notices, now } = await laptop.call(DESK, 'listNotices', { siteId: SITE })
  const planned = notices.find(({ title }: any) => title === TITLE)
  expect(planned).toMatchObject({ state: 'planned' })
  await laptop.control('clock', {
    now: planned.at + (planned.at - now > 0 ? 60_000 : 0),
    running: true,
  })
  await until('the message', async () =>
    (await delivered()).some(({ openid }) => openid === MOTHER),
  )
  await until(
    'the card on her phone',
    async () => (await table.page.locator('.drop').filter({ hasText: TITLE }).count()) > 0,
  )
  await guardian.open('/pages/home/home')
  await until('the count on the tab', async () => {
    const badge = phoneOf(MOTHER).locator('.phone-tab-badge:not([hidden])')
    return Number(await badge.first().textContent()) > 0
  })
  await guardian.open('/pages/message-list/message-list')
  await guardian.reads(TITLE, 'message-card')
  await guardian.open('/pages/home/home')
  await until(
    'no count any more',
    async () => (await phoneOf(MOTHER).locator('.phone-tab-badge:not([hidden])').count()) === 0,
  )
  expect((await delivered()).filter(({ openid }) => openid === MOTHER)).toHaveLength(1)
  await desk.reads('已发出')
  await desk.reads('微信收下了')
})

it('another one is planned, and taken back before anybody hears of it', async () => {
  const { carer: desk } = table
  const { now } = await laptop.call(DESK, 'listNotices', { siteId: SITE })
  await laptop.call(DESK, 'sendNotice', {
    siteId: SITE,
    noticeId: 'e2e-recalled',
    title: '周五停水',
    text: '请自带水杯',
    at: now + 3_600_000,
  })
  await desk.open('/packages/desk/notice-show/notice-show?id=e2e-recalled')
  await desk.tapSaying('不发了', '.foot', 't-button')
  await desk.answer('confirmModal')
  await desk.reads('已撤回')
  await laptop.control('clock', { now: now + 3_660_000, running: true })
  await laptop.control('timers/scheduled')
  const { messages } = await laptop.call(MOTHER, 'listMessages', {})
  expect(messages.some(({ data }: any) => data.thing1 === '周五停水')).toBe(false)
})

describe('The water is off on a Friday morning', () => {
  it('two taps of the desk close the point: one opens the page with all of it chosen, one does it', async () => {
    const { guardian, carer: desk } = table
    await table.at(FRIDAY, '10:10')
    await book({ from: '14:00', to: '16:00' })
    await guardian.open('/pages/message-list/message-list')
    await guardian.tapSaying('允许一条', 't-button')
    await guardian.answer('authorizeAllow')
    await guardian.reads('约还能发')
    await desk.open('/pages/family-show/family-show')
    await desk.tapSaying('紧急闭园', '.item')
    await desk.at('packages/desk/close-now/close-now')
    await desk.reads('都不收费')
    await desk.tap('.foot', 't-button')
    await desk.reads('已经闭园', '.sent')
  })

  it('the family’s phone gets the message, and shows the booking withdrawn at no cost', async () => {
    const { guardian } = table
    await until(
      'the message of the closure',
      async () =>
        (await table.page.locator('.drop').filter({ hasText: '今天提前闭园' }).count()) > 0,
    )
    const { household } = await laptop.call(MOTHER, 'enterApp', {})
    const asked = { householdId: household.id }
    const { bookings } = await laptop.call(MOTHER, 'listBookings', asked)
    const withdrawn = bookings.find(
      ({ date, span }: any) => date === FRIDAY && span.from === '14:00',
    )
    expect(withdrawn).toMatchObject({ state: 'cancelled', cancelledBy: 'point', cancelFen: 0 })
    await guardian.open(`/pages/booking-show/booking-show?id=${withdrawn.id}`)
    await guardian.reads('已取消')
    await guardian.reads('托育点取消了，不收费。原因：停水停电')
  })
})

it('left nothing on the console', () => {
  expect(table.complaints).toEqual([])
})
