import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { WEDNESDAY, openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { addDays, type LocalDate } from '../../miniprogram/domain/time'
import type { Hand } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

const GUARDIAN = 'newcomer-late'
const CARER = 'o-lin'
const OPERATOR = 'o-manager'
let desk: Hand
let table: Table
let people: Laptop
let today: LocalDate
let bookingId: string
beforeAll(async () => {
  table = await layTable(GUARDIAN, CARER, { others: [OPERATOR] })
  desk = await table.hold(OPERATOR)
  people = laptopAt(table.laptop.url)
  today = openToday(WEDNESDAY) as LocalDate
  bookingId = await comeToday()
})
afterAll(() => table?.close())

/** A child of two and a half, booked today from two to three for ¥15 and brought in time. */
async function comeToday(): Promise<string> {
  const { household } = await people.call(GUARDIAN, 'registerGuardian', {
    siteId: SITE,
    name: '安妮妈妈',
    phone: { by: 'typed', number: '13912345678' },
    consents: { guardian: '2026-11', children: '2026-11' },
  })
  const child = { name: '安妮', birthDate: addDays(today, -900), allergies: '' }
  const saved = await people.call(GUARDIAN, 'saveChild', { householdId: household.id, ...child })
  const ask = {
    siteId: SITE,
    childIds: [saved.childId],
    date: today,
    span: { from: '14:00', to: '15:00' },
  }
  const seen = { attempt: 'late-pick-up', seenTotalFen: 1500, accepted: [] }
  const { bookings } = await people.call(GUARDIAN, 'bookCare', { ...ask, ...seen })
  await table.at(today, '13:58')
  const { ticket } = await people.call(GUARDIAN, 'showBooking', { bookingId: bookings[0].id })
  await people.call(CARER, 'scanTicket', { siteId: SITE, ticket, act: 'in' })
  await table.guardian.open('/pages/home/home')
  return bookings[0].id
}

describe('A late pick-up', () => {
  it('is scanned out at 15:26 from the other phone’s pixels', async () => {
    const { guardian, carer, page } = table
    await table.at(today, '15:26')
    await guardian.open(`/pages/booking-show/booking-show?id=${bookingId}`)
    await guardian.find('qr-ticket')
    await carer.open('/packages/staff/room-now/room-now')
    await carer.tap('.scan')
    await page.getByText(/^对准/).click()
    await carer.at('packages/staff/ticket-scan/ticket-scan')
    await carer.reads('安妮')
    await carer.tap('.big')
    await carer.reads('扫下一位')
  })

  it('is a line more on the bill, which the mother reads on the booking and in her month', async () => {
    const { guardian } = table
    await guardian.open(`/pages/booking-show/booking-show?id=${bookingId}`)
    await guardian.reads('还要付 ¥25，来园时付给老师就好。', '.due')
    const lines = await guardian.textOf('price-lines', '.bill')
    expect(lines.replace(/\s+/g, ' ')).toContain('晚接 26 分钟')
    await guardian.open('/pages/statement-show/statement-show')
    await guardian.reads('还要付 ¥25')
    await guardian.reads('¥10.00', 'final-bill', 'price-lines', '.bill')
  })

  it('is paid at the desk: the carer writes it down, and the mother sees it', async () => {
    const { guardian, carer } = table
    await carer.open('/packages/desk/bill-list/bill-list')
    const mine = await carer.findSaying('安妮妈妈', '.family')
    const [byWechat] = await mine.$$('t-button')
    await byWechat?.tap()
    await carer.answer('confirmModal')
    await carer.reads('记下了：安妮妈妈微信付 ¥25')
    await carer.reads('安妮妈妈', '.section-settled')
    await guardian.open('/pages/statement-show/statement-show')
    await guardian.reads('已付清')
  })

  it('is put right by the operator with a reason, and what was too much is to be paid back', async () => {
    const { guardian } = table
    await desk.open('/packages/desk/bill-list/bill-list')
    await desk.tapSaying('更正安妮', '.link')
    await desk.at('packages/desk/bill-correct/bill-correct')
    await desk.tap('#save')
    await desk.reads('请写原因')
    await desk.type('10', '#amount')
    await desk.type('老师晚开门', '#reason')
    await desk.tap('#save')
    await desk.at('packages/desk/bill-list/bill-list')
    await guardian.open('/pages/statement-show/statement-show')
    await guardian.reads('应退 ¥10')
    await guardian.reads('老师晚开门', 'final-bill', 'price-lines', '.bill')
  })
})

describe('The price list', () => {
  it('refuses a price below nothing beside its field, and is saved once it is right', async () => {
    await desk.open('/packages/desk/tariff-edit/tariff-edit')
    await desk.type('-3', '#hourFen')
    await desk.tap('#save')
    await desk.reads('不能小于 0', '.field-wrong')
    await desk.type('18', '#hourFen')
    await desk.tap('#save')
    await desk.reads('存好了')
    const { tariffs } = await people.call(OPERATOR, 'listTariffs', { siteId: SITE })
    expect(tariffs.at(-1)).toMatchObject({ hourFen: 1800, from: addDays(today, 1) })
  })

  it('is in the month’s sums, which name nobody', async () => {
    await desk.open('/packages/desk/month-show/month-show')
    await desk.reads('为家庭省下')
    expect(await desk.textOf('.page')).not.toContain('安妮')
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})
