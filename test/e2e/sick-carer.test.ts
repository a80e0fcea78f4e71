import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { until } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

const MOTHER = 'o-xiaoyu'
const OPERATOR = 'o-manager'

let table: Table
let laptop: Laptop
let date: string
let bookingId: string
beforeAll(async () => {
  table = await layTable(MOTHER, OPERATOR)
  laptop = laptopAt(table.laptop.url)
  date = await quietDay()
  bookingId = await bookNoon()
})
afterAll(() => table.close())

/** A day ahead on which only 林老师 is with the big ones at noon, and nobody is booked then. */
async function quietDay(): Promise<string> {
  const { days } = await laptop.call(MOTHER, 'showWeek', { siteId: SITE })
  const free = (slot: any) => slot.groups.big.carers === 1 && slot.groups.big.children === 0
  const found = days
    .slice(1)
    .find((day: any) => day.hours && free(day.slots['1230']) && free(day.slots['1300']))
  if (!found) throw new Error('the demonstration has no quiet noon')
  return found.date
}

async function bookNoon(): Promise<string> {
  const { household } = await laptop.call(MOTHER, 'enterApp', {})
  const childIds = [household.children[0].id]
  const ask = { siteId: SITE, childIds, date, span: { from: '12:30', to: '13:30' } }
  const { totalFen } = await laptop.call(MOTHER, 'quoteCare', ask)
  const seen = { attempt: 'sick-carer-1', seenTotalFen: totalFen, accepted: [] }
  const { bookings } = await laptop.call(MOTHER, 'bookCare', { ...ask, ...seen })
  return bookings[0].id
}

it('a carer calls in sick: places are fewer at once, and the booking is listed, not cancelled', async () => {
  const { carer } = table
  await carer.open('/packages/desk/roster-edit/roster-edit')
  await carer.tap('week-strip', `#day-${date}`)
  await carer.tapSaying('林老师这天请假', '.tap')
  await carer.reads('没有老师，约不上', '.page')
  await carer.tapSaying('保存排班', '.foot', 't-button')
  await carer.reads('已保存', '.saved')
  await carer.tapSaying('看名单', '.alert')
  await carer.at('packages/desk/excess-list/excess-list')
  await carer.reads('小雨')
  await carer.reads('起，托大班没有老师')
  const { booking } = await laptop.call(MOTHER, 'showBooking', { bookingId })
  expect(booking.state).toBe('booked')
})

it('the operator rings and cancels without cost; the mother reads why', async () => {
  const { carer: operator, guardian } = table
  await operator.tapSaying('取消小雨的预约', '.cancel')
  await operator.answer('confirmModal')
  await until(
    '小雨 is listed no more',
    async () => !(await operator.textOf('.page')).includes('小雨'),
  )
  await guardian.open('/pages/message-list/message-list')
  await guardian.reads('托育点取消了，不收费', 'message-card')
  await guardian.open(`/pages/booking-show/booking-show?id=${bookingId}`)
  await guardian.reads('老师请假，人手不够')
})

it('leaves nothing on the console', () => {
  expect(table.complaints).toEqual([])
})
