import { addDays, weekdayOf, type LocalDate } from '../../miniprogram/domain/time'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { WEDNESDAY, openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { until, type Hand } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(90_000)

const GUARDIAN = 'o-xiaoyu'
const SECOND = 'o-second-family'
const SPAN = { from: '14:00', to: '16:00' }
let table: Table
let people: Laptop
let date: LocalDate
beforeAll(async () => {
  table = await layTable(GUARDIAN, SECOND)
  people = laptopAt(table.laptop.url)
  date = weekdayAfter(addDays(openToday(WEDNESDAY) as LocalDate, 9))
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
    consents: { guardian: '2026-11', children: '2026-11' },
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

/** The half hours of the afternoon, up to the bill. */
async function choose(hand: Hand, from = '14:00', last = '15:30'): Promise<void> {
  await hand.open('/pages/care-book/care-book')
  await hand.tap('week-strip', `#day-${date}`)
  await hand.tapSaying(from, 'slot-grid', '.cell')
  await hand.tapSaying(last, 'slot-grid', '.cell')
}

const bookingsOf = async (openid: string): Promise<any[]> => {
  const { household } = await people.call(openid, 'enterApp', {})
  const input = { householdId: household.id }
  const { bookings } = await people.call(openid, 'listBookings', input)
  return bookings.filter((each: any) => each.date === date && each.span.from === SPAN.from)
}

describe('The last place, seen free on two phones', () => {
  let first: Hand
  let second: Hand
  let stranger: string

  it('is kept for whoever opens the bill first; the other hears so at once, with what to do', async () => {
    await fillButOne()
    await family(SECOND)
    const { guardian, carer: other } = table
    await Promise.all([choose(guardian), choose(other)])
    await Promise.all([guardian.tap('.step'), other.tap('.step')])
    const kept = await Promise.all([guardian, other].map(keeps))
    expect(kept.filter(Boolean)).toHaveLength(1)
    ;[first, second] = kept[0] ? [guardian, other] : [other, guardian]
    await first.reads('位置为您留到', '.hold')
    await second.reads('满', '.problem')
    await second.findSaying('改约', '.problem', 't-button')
  })

  it('is booked by the first, on its bill', async () => {
    await first.tapSaying('提醒我', '.remind')
    await first.tapSaying('预订 2 小时', '.foot', 't-button')
    await first.at('pages/booking-show/booking-show')
    await first.reads('约好了')
    expect(await bookingsOf(openidOf(first))).toMatchObject([{ state: 'booked' }])
    expect(await bookingsOf(openidOf(second))).toEqual([])
  })

  it('the second waits for it, and sees that it is the next', async () => {
    await second.tapSaying('排队等位', '.problem', 't-button')
    await second.at('pages/wait-ask/wait-ask')
    await second.reads('13:00–17:00 之间，任意 2 小时', '.sentence')
    await second.tapSaying('排队等位', '.foot', 't-button')
    await second.answer('authorizeAllow')
    await second.at('pages/wait-list/wait-list')
    await second.reads('下一个就是您家')
    const { waits } = await people.call(openidOf(second), 'enterApp', {})
    expect(waits).toMatchObject([{ date, minutes: 120, ahead: 0 }])
  })

  it('the first cancels, and the place is the second’s: offered on the home page, taken in one tap', async () => {
    await first.tapSaying('取消预约', '.body', 't-button')
    await first.answer('confirmModal')
    await first.reads('已取消')
    await second.open('/pages/home/home')
    await second.reads('14:00–16:00 有位置了', 'offer-card', '.offer')
    stranger = await family('slipping-in')
    expect(await book('slipping-in', stranger)).toMatchObject({ code: 'session_full' })
    await second.tapSaying('接受', 'offer-card', 't-button')
    await second.answer('authorizeAllow')
    await second.at('pages/booking-show/booking-show')
    await second.reads('约好了')
    expect(await bookingsOf(openidOf(second))).toMatchObject([{ state: 'booked', span: SPAN }])
  })

  it('leaving a bill frees the place for the other', async () => {
    const [{ id }] = await bookingsOf(openidOf(second))
    await people.call(openidOf(second), 'cancelBooking', { bookingId: id, seenFeeFen: 0 })
    await choose(second)
    await second.tap('.step')
    await second.reads('位置为您留到', '.hold')
    expect(await book('slipping-in', stranger)).toMatchObject({
      code: 'session_full',
    })
    await second.open('/pages/care-book/care-book')
    await until('the place is free', async () => (await book('slipping-in', stranger)).ok)
  })

  it('a hold that is over says so, and one tap keeps the place again', async () => {
    await choose(first, '16:00', '17:00')
    await first.tap('.step')
    await first.reads('位置为您留到', '.hold')
    const { now } = await people.call(GUARDIAN, 'showWeek', { siteId: SITE })
    await people.control('clock', { now: now + 6 * 60_000, running: true })
    await first.reads('留的时间到了', '.hold')
    await first.tap('.hold', '.again')
    await first.reads('位置为您留到', '.hold')
    await first.tapSaying('预订', '.foot', 't-button')
    await first.answer('authorizeAllow')
    await first.at('pages/booking-show/booking-show')
    expect((await people.call(openidOf(first), 'enterApp', {})).next).toContainEqual(
      expect.objectContaining({ date, span: { from: '16:00', to: '17:30' } }),
    )
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})

/** Whether this phone's bill keeps the place: true, or false once the problem is told. */
async function keeps(hand: Hand): Promise<boolean> {
  const words = await until('held or full', async () => {
    const text = await hand.textOf('.page')
    return /位置为您留到|约满/.test(text) && text
  })
  return words.includes('位置为您留到')
}

function openidOf(hand: Hand): string {
  return hand === table.guardian ? GUARDIAN : SECOND
}
