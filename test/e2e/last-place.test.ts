import { addDays, weekdayOf, type LocalDate } from '../../miniprogram/domain/time'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { layTable, type Table } from './table'

jest.setTimeout(90_000)

const GUARDIAN = 'o-xiaoyu'
const SPAN = { from: '14:00', to: '16:00' }
let table: Table
let people: Laptop
let date: LocalDate
beforeAll(async () => {
  table = await layTable(GUARDIAN, 'o-lin')
  people = laptopAt(table.laptop.url)
  date = weekdayAfter(addDays(openToday(Date.now()) as LocalDate, 9))
})
afterAll(() => table?.close())

/** On Saturdays other carers work. */
function weekdayAfter(from: LocalDate): LocalDate {
  return weekdayOf(from) > 5 ? weekdayAfter(addDays(from, 1)) : from
}

/** A family with a child of two and a half. */
async function family(openid: string): Promise<string> {
  const { household } = await people.call(openid, 'registerGuardian', {
    siteId: SITE,
    name: '邻居妈妈',
    phone: { by: 'typed', number: '13800009000' },
    consents: { guardian: '2026-09', children: '2026-09' },
  })
  const child = { name: '邻居', birthDate: addDays(date, -900), allergies: '' }
  const input = { householdId: household.id, ...child }
  return (await people.call(openid, 'saveChild', input)).childId
}

let attempts = 0
const book = async (openid: string, childId: string) =>
  people.tryCall(openid, 'bookCare', {
    siteId: SITE,
    childIds: [childId],
    date,
    span: SPAN,
    attempt: `neighbour-${++attempts}`,
    seenTotalFen: 3000,
    accepted: [],
  })

/** Neighbours take every place but one. */
async function fillButOne(): Promise<void> {
  for (let n = 1; n < 30; n++) {
    const openid = `neighbour-${n}`
    const booked = await book(openid, await family(openid))
    if (booked.ok) continue
    expect(booked.code).toBe('session_full')
    const last = `neighbour-${n - 1}`
    const { next } = await people.call(last, 'enterApp', {})
    await people.call(last, 'cancelBooking', { bookingId: next[0].id, seenFeeFen: 0 })
    return
  }
  throw new Error('never full')
}

describe('The last place, seen free by two', () => {
  it('is there when the guardian chooses it and sees the bill', async () => {
    await fillButOne()
    const { guardian } = table
    await guardian.open('/pages/care-book/care-book')
    await guardian.tap('week-strip', `#day-${date}`)
    await guardian.tapSaying('14:00', 'slot-grid', '.cell')
    await guardian.tapSaying('15:30', 'slot-grid', '.cell')
    await guardian.tap('.step')
    await guardian.at('pages/booking-confirm/booking-confirm')
    await guardian.reads('14:00–16:00')
    await guardian.tapSaying('提醒我', '.remind')
  })

  it('goes to whoever taps first; the other is told so, with the nearest free times to tap', async () => {
    const { guardian } = table
    const childId = await family('faster-neighbour')
    expect(await book('faster-neighbour', childId)).toMatchObject({ ok: true })
    await guardian.tapSaying('预订 2 小时 · ¥27', '.foot', 't-button')
    await guardian.reads('满', '.problem')
    await guardian.findSaying('改约', '.problem', 't-button')
    const { householdId } = await mine()
    const { bookings } = await people.call(GUARDIAN, 'listBookings', { householdId })
    const then = bookings.filter((each: any) => each.date === date && each.span.from === SPAN.from)
    expect(then).toEqual([])
  })

  it('the nearest free time is one tap and one booking away', async () => {
    const { guardian } = table
    const way = await guardian.findSaying('改约', '.problem', 't-button')
    const [, from, to] = /(\d+:\d+)–(\d+:\d+)/.exec(await way.text()) ?? []
    await way.tap()
    await guardian.reads(`${from}–${to}`, '.when')
    await guardian.tapSaying('预订 2 小时 · ¥27', '.foot', 't-button')
    await guardian.at('pages/booking-show/booking-show')
    await guardian.reads('约好了')
    const { householdId } = await mine()
    const { bookings } = await people.call(GUARDIAN, 'listBookings', { householdId })
    const found = bookings.filter((each: any) => each.date === date && each.state === 'booked')
    const spans = found.map(({ span }: any) => `${span.from}–${span.to}`.replace(/\b0(?=\d:)/g, ''))
    expect(spans).toContain(`${from}–${to}`)
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})

async function mine(): Promise<{ householdId: string }> {
  const { household } = await people.call(GUARDIAN, 'enterApp', {})
  return { householdId: household.id }
}
