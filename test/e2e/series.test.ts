import { addDays, weekdayOf, type LocalDate } from '../../miniprogram/domain/time'
import { monthDay, weekdayWord } from '../../miniprogram/view/when'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { WEDNESDAY, openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { layTable, type Table } from './table'

jest.setTimeout(120_000)

const GUARDIAN = 'o-xiaoyu'
const SPAN = { from: '14:00', to: '16:00' }
let table: Table
let people: Laptop
/** Two weekdays of the coming week, the second of them full. */
let free: LocalDate
let full: LocalDate
beforeAll(async () => {
  table = await layTable(GUARDIAN, 'o-lin')
  people = laptopAt(table.laptop.url)
  // 小雨 comes in the mornings; on Fridays a visit of the demonstration ends after four.
  const days = Array.from({ length: 13 }, (_, n) =>
    addDays(openToday(WEDNESDAY) as LocalDate, n + 1),
  )
  const monday = days.findIndex((date) => weekdayOf(date) === 1)
  free = days[monday] as LocalDate
  full = days[monday + 1] as LocalDate
})
afterAll(() => table?.close())

/** Neighbours of two and a half take every place of the span. */
async function fill(date: LocalDate): Promise<void> {
  for (let n = 1; n < 30; n++) {
    const openid = `neighbour-${n}`
    const { household } = await people.call(openid, 'registerGuardian', {
      siteId: SITE,
      name: '邻居妈妈',
      phone: { by: 'typed', number: '13800009000' },
      consents: { guardian: '2026-11', children: '2026-11' },
    })
    const child = { name: '邻居', birthDate: addDays(date, -900), allergies: '' }
    const { childId } = await people.call(openid, 'saveChild', {
      householdId: household.id,
      ...child,
    })
    const booked = await people.tryCall(openid, 'bookCare', {
      siteId: SITE,
      childIds: [childId],
      date,
      span: SPAN,
      attempt: `neighbour-${n}`,
      seenTotalFen: 3000,
      accepted: [],
    })
    if (booked.code === 'session_full') return
    expect(booked).toMatchObject({ ok: true })
  }
  throw new Error('never full')
}

/** What 小雨 has of these two days, at the function. */
const mine = async (): Promise<string[]> => {
  const { household } = await people.call(GUARDIAN, 'enterApp', {})
  const { bookings } = await people.call(GUARDIAN, 'listBookings', { householdId: household.id })
  return bookings
    .filter(
      ({ date, span, state }: any) => date >= free && span.from === SPAN.from && state === 'booked',
    )
    .map(({ date }: any) => date)
    .sort()
}

describe('A repeating booking with one full day', () => {
  it('starts from the hours chosen on the booking page, and sees each day before the tap', async () => {
    await fill(full)
    const { guardian } = table
    await guardian.open('/pages/care-book/care-book')
    await guardian.tap('week-strip', `#day-${free}`)
    await guardian.tapSaying('14:00', 'slot-grid', '.cell')
    await guardian.tapSaying('15:30', 'slot-grid', '.cell')
    await guardian.tapSaying('每周固定约', '.series')
    await guardian.at('pages/series-book/series-book')
    await guardian.tapSaying(weekdayWord(full), '.option')
    await guardian.tapSaying('1 周', '.option')
    await guardian.tapSaying('下周一起', '.option')
    await guardian.reads('约满了', 'day-lines')
    await guardian.reads('可以约', 'day-lines')
  })

  it('all or none: the button says that one day is full', async () => {
    const { guardian } = table
    await guardian.tapSaying('都不约', '.mode')
    await guardian.reads('有 1 天约不上', '.foot')
    expect(await mine()).toEqual([])
  })

  it('each by itself: the free day is booked, the full one is told', async () => {
    const { guardian } = table
    await guardian.tapSaying('能约的都约上', '.mode')
    await guardian.tapSaying('约上 1 次', '.foot', 't-button')
    await guardian.answer('authorizeAllow')
    await guardian.at('pages/series-show/series-show')
    await guardian.reads('登记好了')
    await guardian.reads('约满了', 'day-lines')
    expect(await mine()).toEqual([free])
    await guardian.reads(monthDay(free), 'day-lines')
  })

  it('stands in the list of bookings, and is cancelled for what was said', async () => {
    const { guardian } = table
    await guardian.open('/pages/booking-list/booking-list')
    await guardian.reads('固定预约')
    await guardian.tapSaying('14:00–16:00', '.card-tap')
    await guardian.at('pages/series-show/series-show')
    await guardian.tapSaying('取消后面的 · 免费', 't-button')
    await guardian.answer('confirmModal')
    await guardian.reads('已取消', 'day-lines')
    expect(await mine()).toEqual([])
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})
