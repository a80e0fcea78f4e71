import { addDays, weekdayOf, type LocalDate } from '../../miniprogram/domain/time'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { WEDNESDAY, openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { until, type Hand } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

const MOTHER = 'care-mother'
const CARER = 'o-lin'
const LEAD = 'o-chen'
let table: Table
let people: Laptop
let lead: Hand
let date: LocalDate
const booked: Record<string, { childId: string; bookingId: string }> = {}

beforeAll(async () => {
  table = await layTable(MOTHER, CARER, { others: [LEAD] })
  lead = await table.hold(LEAD)
  people = laptopAt(table.laptop.url)
  date = weekdayAfter(addDays(openToday(WEDNESDAY) as LocalDate, 9))
  for (const [openid, name] of [
    [MOTHER, '贝贝'],
    ['care-father', '多多'],
  ] as const)
    booked[openid] = await register(openid, name)
  await table.at(date, '13:55')
  for (const openid of Object.keys(booked)) {
    const { bookingId } = booked[openid]!
    const { ticket } = await people.call(openid, 'showBooking', { bookingId })
    await people.call(CARER, 'scanTicket', { siteId: SITE, ticket, act: 'in' })
  }
})
afterAll(() => table?.close())

/** On Saturdays other carers work. */
function weekdayAfter(from: LocalDate): LocalDate {
  return weekdayOf(from) > 5 ? weekdayAfter(addDays(from, 1)) : from
}

/** A family with a child of two and a half, booked for that afternoon. */
async function register(openid: string, name: string) {
  const { household } = await people.call(openid, 'registerGuardian', {
    siteId: SITE,
    name: `${name}家长`,
    phone: { by: 'typed', number: '13800009000' },
    consents: { guardian: '2026-11', children: '2026-11' },
  })
  const child = { name, birthDate: addDays(date, -900), allergies: '' }
  const input = { householdId: household.id, ...child }
  const { childId } = await people.call(openid, 'saveChild', input)
  const { bookings } = await people.call(openid, 'bookCare', {
    siteId: SITE,
    childIds: [childId],
    date,
    span: { from: '14:00', to: '16:00' },
    attempt: `care-day-${openid}`,
    seenTotalFen: 3000,
    accepted: [],
  })
  return { childId, bookingId: bookings[0].id as string }
}

describe('The carers’ day', () => {
  it('a carer signs in by the code on the wall, read from the lead’s screen', async () => {
    const { carer, page } = table
    await lead.open('/packages/desk/site-code/site-code')
    await lead.find('qr-ticket')
    await carer.open('/packages/staff/duty-clock/duty-clock')
    await carer.tapSaying('托大班', '.groups', '.choice')
    await carer.tap('.start')
    await page.getByText(/^对准/).click()
    await carer.reads('林老师 13:5')
    await carer.open('/packages/staff/room-now/room-now')
    await carer.reads('在岗：林老师')
  })

  it('the morning check takes three taps', async () => {
    const { carer } = table
    await carer.tapSaying('在园', '.tap')
    await carer.tapSaying('给贝贝晨检', '.check')
    await carer.at('packages/staff/morning-check/morning-check')
    await carer.reads('贝贝')
    await carer.tapSaying('36.5', '.temperatures', '.choice')
    await carer.tap('.well')
    await carer.tap('.save')
    await carer.reads('贝贝 晨检好了')
  })

  it('without network a check is kept, and told when there is one again', async () => {
    const { carer } = table
    const { bookingId } = booked['care-father']!
    await carer.open('/packages/staff/room-now/room-now')
    await carer.reads('在园')
    await table.setOnline(CARER, false)
    await carer.open(`/packages/staff/morning-check/morning-check?id=${bookingId}`)
    await carer.tapSaying('36.7', '.temperatures', '.choice')
    await carer.tap('.well')
    await carer.tap('.save')
    await carer.reads('多多 晨检好了')
    await carer.reads('先记在这部手机上')
    await table.setOnline(CARER, true)
    await carer.open('/packages/staff/room-now/room-now')
    await until('the check is told', async () => {
      const { check } = await people.call('care-father', 'showBooking', { bookingId })
      return check?.tenths === 367
    })
  })

  it('a day note takes three more, and the mother reads both in her booking', async () => {
    const { carer, guardian } = table
    await carer.open('/packages/staff/notes-write/notes-write')
    await carer.tapSaying('贝贝', '.kids', '.choice')
    await carer.tapSaying('吃光了', '.row-eaten', '.choice')
    await carer.tap('.write')
    await carer.reads('写给了 1 个孩子')
    await guardian.open(`/pages/booking-show/booking-show?id=${booked[MOTHER]!.bookingId}`)
    await guardian.reads('体温 36.5 ℃，都好', '.day')
    await guardian.reads('吃光了', '.day')
  })

  it('a child with spots goes home; its family cannot book before its day, and knows why', async () => {
    const { carer, guardian } = table
    const { bookingId, childId } = booked[MOTHER]!
    await carer.open(`/packages/staff/morning-check/morning-check?id=${bookingId}`)
    await carer.tapSaying('37.1', '.temperatures', '.choice')
    await carer.tap('.well')
    await carer.tapSaying('有疹', '.look-skin', '.choice')
    await carer.tap('.save')
    await carer.reads('请选一个疑似', '.suspect')
    await carer.tapSaying('手足口病', '.suspicions', '.choice')
    await carer.tap('.save')
    await carer.reads('贝贝 先回家休息')
    const care = `date=${addDays(date, 3)}&from=09:00&to=11:00&kids=${childId}&seen=0`
    await guardian.open(`/pages/booking-confirm/booking-confirm?${care}`)
    await guardian.reads('孩子要先在家休息', '.problem')
  })

  it('the lead tells the families who were there, and only those', async () => {
    const { bookingId } = booked[MOTHER]!
    await lead.open(`/packages/staff/exposure-notice/exposure-notice?id=${bookingId}`)
    await lead.reads('多多')
    await lead.tapSaying('提醒这', '.foot', 't-button')
    await lead.answer('confirmModal')
    await lead.reads('已经提醒')
    const told = await people.call('care-father', 'listMessages', {})
    expect(told.messages.map(({ data }: any) => data.thing1)).toContain('健康提醒')
    expect(JSON.stringify(told)).not.toContain('贝贝')
  })

  it('the doctor’s note opens the door again', async () => {
    const { carer } = table
    await carer.open('/packages/staff/children-away/children-away')
    await carer.reads('贝贝')
    await carer.tap('.note')
    await carer.at('packages/staff/child-health/child-health')
    await carer.tap('.today')
    await carer.tap('.save')
    await carer.reads('已记下')
    await carer.open('/packages/staff/children-away/children-away')
    await carer.reads('没有孩子在家休息')
  })

  it('the operator reads who looked', async () => {
    const { runs } = await people.call('o-manager', 'listAudits', {
      siteId: SITE,
      date,
      childId: booked[MOTHER]!.childId,
    })
    const looks = new Set(runs.map(({ name, what }: any) => `${name} ${what}`))
    expect(looks).toEqual(
      new Set(['林老师 room', '林老师 scan', '林老师 notes', '林老师 health', '陈老师 exposure']),
    )
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})
