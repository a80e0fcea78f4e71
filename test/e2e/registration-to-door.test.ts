import { addDays, weekdayOf, type LocalDate } from '../../miniprogram/domain/time'
import { WEDNESDAY, openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { laptopAt } from '../../local/seed/laptop'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

const NEWCOMER = 'newcomer-e2e'
const CARER = 'o-lin'
let table: Table
let tomorrow: LocalDate
beforeAll(async () => {
  table = await layTable(NEWCOMER, CARER)
  tomorrow = nextOpen(openToday(WEDNESDAY) as LocalDate)
})
afterAll(() => table?.close())

/** The next day on which the point is open. */
function nextOpen(date: LocalDate): LocalDate {
  const next = addDays(date, 1)
  return weekdayOf(next) === 7 ? addDays(next, 1) : next
}

const messages = async (openid: string): Promise<any[]> => {
  const response = await fetch(`${table.laptop.url}/__local/messages`)
  return (await response.json()).messages.filter((each: any) => each.openid === openid)
}
describe('From registration to the door', () => {
  it('a newcomer sees the places, and may refuse the notices without losing that', async () => {
    const { guardian } = table
    await guardian.reads('第一次来')
    await guardian.tapSaying('去登记', 't-button')
    await guardian.at('pages/guardian-register/guardian-register')
    await guardian.tapSaying('不同意', '.refuse')
    await guardian.reads('不同意也没关系')
    await guardian.tapSaying('再看看说明', '.again')
  })

  it('registers: what is missing is said beside its field, and nothing typed is lost', async () => {
    const { guardian } = table
    await guardian.type('安妮妈妈', '#name')
    await guardian.type('138', '#phone')
    await guardian.tap('#save')
    await guardian.reads('手机号', '.phone .wrong')
    await guardian.tapSaying('我同意', '.tick')
    const page = await guardian.at('pages/guardian-register/guardian-register')
    const ticks = await page.$$('.tick')
    await ticks[1]?.tap()
    await guardian.type('13912345678', '#phone')
    await guardian.tap('#save')
    await guardian.at('pages/child-edit/child-edit')
  })

  it('adds a child of two', async () => {
    const { guardian } = table
    await guardian.type('安妮', '#name')
    const picker = await guardian.find('#birth-date')
    const born = addDays(tomorrow, -800)
    await picker.trigger('change', { value: born })
    await guardian.tap('#save')
    await guardian.reads('欢迎 安妮')
    await guardian.tapSaying('去预约', 't-button')
    await guardian.at('pages/care-book/care-book')
  })

  it('books two hours tomorrow and sees the bill before the tap', async () => {
    const { guardian } = table
    await guardian.tap('week-strip', `#day-${tomorrow}`)
    await guardian.tapSaying('9:00', 'slot-grid', '.cell')
    await guardian.tapSaying('10:30', 'slot-grid', '.cell')
    await guardian.reads('下一步 · ¥30', '.step')
    await guardian.tap('.step')
    await guardian.at('pages/booking-confirm/booking-confirm')
    await guardian.reads('9:00–11:00')
    await guardian.tapSaying('预订 2 小时 · ¥30', '.foot', 't-button')
    await guardian.answer('authorizeAllow')
    await guardian.at('pages/booking-show/booking-show')
    await guardian.reads('约好了')
  })

  it('gets the confirmation as a service message', async () => {
    const [told] = await messages(NEWCOMER)
    expect(told).toMatchObject({
      templateId: 'tmpl-booked-0001',
      data: { thing1: { value: '安妮' }, amount4: { value: '¥30.00' } },
    })
    await table.page.getByText('预约成功通知').first().waitFor()
  })

  it('holds one booking until staff have seen the papers; the refusal says so', async () => {
    const { guardian } = table
    await guardian.open('/pages/care-book/care-book')
    await guardian.tap('week-strip', `#day-${tomorrow}`)
    await guardian.tapSaying('14:00', 'slot-grid', '.cell')
    await guardian.tapSaying('15:30', 'slot-grid', '.cell')
    await guardian.tap('.step')
    await guardian.at('pages/booking-confirm/booking-confirm')
    await guardian.tapSaying('提醒我', '.remind')
    await guardian.tapSaying('预订 2 小时', '.foot', 't-button')
    await guardian.reads('材料', '.problem')
    const { household } = await laptopAt(table.laptop.url).call(NEWCOMER, 'enterApp', {})
    const papers = { siteId: SITE, householdId: household.id }
    await laptopAt(table.laptop.url).call(CARER, 'confirmPapers', papers)
  })

  it('is reminded in the evening before', async () => {
    await table.at(addDays(tomorrow, -1), '19:30')
    const reminder = async () =>
      (await messages(NEWCOMER)).find(({ templateId }) => templateId === 'tmpl-reminder-0002')
    while (!(await reminder())) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await reminder()).toMatchObject({ data: { thing1: { value: '安妮' } } })
  })

  it('shows the ticket; the carer scans it from the other phone’s pixels, and the child is in', async () => {
    const { guardian, carer, page } = table
    await table.at(tomorrow, '08:55')
    const { next } = await laptopAt(table.laptop.url).call(NEWCOMER, 'enterApp', {})
    await guardian.open(`/pages/booking-show/booking-show?id=${next[0].id}`)
    await guardian.find('qr-ticket')
    await carer.open('/packages/staff/room-now/room-now')
    await carer.tap('.scan')
    await page.getByText(/^对准/).click()
    await carer.at('packages/staff/ticket-scan/ticket-scan')
    await carer.reads('安妮')
    await carer.tap('.big')
    await carer.reads('安妮')
    await carer.reads('扫下一位')
    const again = await laptopAt(table.laptop.url).call(NEWCOMER, 'enterApp', {})
    expect(again.next).toMatchObject([{ state: 'inside' }])
  })

  it('the same ticket lets the child go home, and opens no door after that', async () => {
    const { carer, page } = table
    await table.at(tomorrow, '11:02')
    for (const words of ['安妮', '已经']) {
      await carer.open('/packages/staff/room-now/room-now')
      await carer.tap('.scan')
      await page.getByText(/^对准/).click()
      await carer.at('packages/staff/ticket-scan/ticket-scan')
      await carer.reads(words)
      if (words === '安妮') {
        await carer.tap('.big')
        await carer.reads('扫下一位')
      }
    }
    const { householdId } = await household()
    const { bookings } = await laptopAt(table.laptop.url).call(NEWCOMER, 'listBookings', {
      householdId,
    })
    expect(bookings).toMatchObject([{ state: 'gone' }])
  })

  it('books a second time, at the residents’ price now, and cancels it for nothing', async () => {
    const { guardian } = table
    const date = nextOpen(nextOpen(tomorrow))
    await guardian.open('/pages/care-book/care-book')
    await guardian.tap('week-strip', `#day-${date}`)
    await guardian.tapSaying('14:00', 'slot-grid', '.cell')
    await guardian.tapSaying('15:30', 'slot-grid', '.cell')
    await guardian.reads('¥27', '.step')
    await guardian.tap('.step')
    await guardian.at('pages/booking-confirm/booking-confirm')
    await guardian.tapSaying('提醒我', '.remind')
    await guardian.tapSaying('预订 2 小时 · ¥27', '.foot', 't-button')
    await guardian.at('pages/booking-show/booking-show')
    await guardian.tapSaying('取消', '.body', 't-button')
    await guardian.answer('confirmModal')
    await guardian.reads('已取消')
  })

  it('gets the community’s notice, which says before whom it reaches', async () => {
    const { guardian } = table
    await guardian.open('/pages/message-list/message-list')
    await guardian.tapSaying('允许一条', 't-button')
    await guardian.answer('authorizeAllow')
    await guardian.reads('约还能发 1 条')
    await table.page.getByText('再加一部手机').click()
    const desk = await table.hold('o-community')
    await desk.open('/packages/desk/notice-write/notice-write')
    await desk.reads('/ 23 家', '.reach')
    await desk.type('周五下午闭园消毒', 'input')
    await desk.type('14点起闭园，周六照常开放', 'textarea')
    await desk.tapSaying('发', '.foot', 't-button')
    await desk.answer('confirmModal')
    await desk.reads('已经发出', '.sent')
    expect((await messages(NEWCOMER)).map(({ templateId }) => templateId)).toContain(
      'tmpl-notice-0003',
    )
    await guardian.open('/pages/message-list/message-list')
    await guardian.reads('周五下午闭园消毒', 'message-card')
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})

async function household(): Promise<{ householdId: string }> {
  const { household: family } = await laptopAt(table.laptop.url).call(NEWCOMER, 'enterApp', {})
  return { householdId: family.id }
}
