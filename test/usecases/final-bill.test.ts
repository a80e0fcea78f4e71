import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(async () => {
  await point.control('faults', { faults: [] })
  await point.at(TODAY, '10:00')
})
afterAll(() => point.close())

const TWO = '2024-10-20'
const tick = () => point.control('timers/scheduled')
let families = 0
const family = () => point.family(`o-billed-${++families}`, [TWO])
const booked = async (who: Family, from: string, to: string): Promise<string> =>
  (await point.book(who, { from, to })).value.bookings[0].id
const scan = async (who: Family, bookingId: string, act: 'in' | 'out') => {
  const { ticket } = await point.call(who.openid, 'showBooking', { bookingId })
  return point.tryCall('o-lin', 'scanTicket', { siteId: SITE, ticket, act })
}
/** Asked again while busy, as the phone at the door does. */
const comeIn = async (who: Family, bookingId: string) => {
  let reply = await scan(who, bookingId, 'in')
  for (let tries = 0; tries < 3 && reply.code === 'busy'; tries++)
    reply = await scan(who, bookingId, 'in')
  expect(reply).toMatchObject({ ok: true })
}
/** Comes at nine tomorrow and is fetched at this time. */
const visit = async (who: Family, outAt: string): Promise<string> => {
  const id = await booked(who, '09:00', '11:00')
  await point.at(TOMORROW, '08:58')
  await comeIn(who, id)
  await point.at(TOMORROW, outAt)
  expect(await scan(who, id, 'out')).toMatchObject({ ok: true })
  await tick()
  return id
}
const billOf = async (id: string) => (await point.documents('bills')).find((bill) => bill.id === id)
const owedBy = async ({ householdId }: Family) =>
  (await point.documents('households')).find(({ _id }) => _id === householdId).owedFen

describe('After pick-up', () => {
  it('the bill is the quote, and the family owes it', async () => {
    const who = await family()
    const id = await visit(who, '11:05')
    const { booking, bill } = await point.call(who.openid, 'showBooking', { bookingId: id })
    expect(bill).toMatchObject({ outcome: 'came', totalFen: 2700, dueFen: 2700, payments: [] })
    expect(bill.lines).toEqual(booking.quote.lines)
    expect(await owedBy(who)).toBe(2700)
    const { children } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(children.find(({ bookingId }: any) => bookingId === id).owedFen).toBe(2700)
  })

  it('a child fetched late has a line more, which the family reads on the booking and in the month', async () => {
    const who = await family()
    const id = await visit(who, '11:26')
    const { bill } = await point.call(who.openid, 'showBooking', { bookingId: id })
    const late = {
      why: 'late',
      minutes: 26,
      graceMinutes: 10,
      quarters: 2,
      quarterFen: 500,
      fen: 1000,
    }
    expect(bill.lines.at(-1)).toEqual(late)
    const { householdId } = who
    const month = { householdId, month: '2026-11' }
    expect(await point.call(who.openid, 'showStatement', month)).toMatchObject({
      bills: [{ id, totalFen: 3700, childId: who.childIds[0] }],
      totals: { visits: 1, late: 1, minutes: 120, totalFen: 3700, dueFen: 3700, savedFen: 9300 },
    })
  })

  it('two phones that scan the child out at once make one bill', async () => {
    const who = await family()
    const id = await booked(who, '09:00', '11:00')
    await point.at(TOMORROW, '09:00')
    await comeIn(who, id)
    await point.at(TOMORROW, '11:00')
    await Promise.all([scan(who, id, 'out'), scan(who, id, 'out')])
    const looks = ['o-lin', 'o-chen'].map((desk) => point.call(desk, 'listBills', { siteId: SITE }))
    await Promise.all([...looks, tick()])
    expect((await point.documents('bills')).filter((bill) => bill.id === id)).toHaveLength(1)
    expect(await owedBy(who)).toBe(2700)
  })

  it('who dies before the bill is written leaves it to the next who looks, once', async () => {
    const who = await family()
    const id = await booked(who, '09:00', '11:00')
    await point.at(TOMORROW, '09:00')
    await comeIn(who, id)
    await point.at(TOMORROW, '11:20')
    const faults = [{ kind: 'drop', action: 'database.insertDocument', collection: 'bills' }]
    await point.control('faults', { faults })
    expect(await scan(who, id, 'out')).toMatchObject({ ok: true })
    const look = () => point.tryCall(who.openid, 'showBooking', { bookingId: id })
    expect(await look()).toMatchObject({ code: 'busy' })
    expect(await billOf(id)).toBeUndefined()
    await point.control('faults', { faults: [] })
    await tick()
    await tick()
    expect((await look()).value.bill).toMatchObject({ totalFen: 3200 })
    expect(await billOf(id)).toMatchObject({ totalFen: 3200, rev: 1 })
    expect(await owedBy(who)).toBe(3200)
  })

  it('what a family owes is counted anew when the call died before it was written down', async () => {
    const who = await family()
    const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'households' }]
    const id = await booked(who, '09:00', '11:00')
    await point.at(TOMORROW, '09:00')
    await comeIn(who, id)
    await point.at(TOMORROW, '11:00')
    await point.control('faults', { faults })
    await scan(who, id, 'out')
    await point.tryCall(who.openid, 'showBooking', { bookingId: id })
    expect(await billOf(id)).toMatchObject({ dueFen: 2700 })
    expect(await owedBy(who)).toBeUndefined()
    await point.control('faults', { faults: [] })
    await tick()
    expect(await owedBy(who)).toBe(2700)
  })
})

describe('Without pick-up', () => {
  it('a free cancellation is no bill, a late one is its fee', async () => {
    const who = await family()
    const free = await booked(who, '09:00', '11:00')
    await point.call(who.openid, 'cancelBooking', { bookingId: free, seenFeeFen: 0 })
    const late = await booked(who, '14:00', '16:00')
    await point.at(TODAY, '21:00')
    await point.call(who.openid, 'cancelBooking', { bookingId: late, seenFeeFen: 500 })
    expect(await billOf(free)).toBeUndefined()
    expect(await billOf(late)).toMatchObject({ outcome: 'cancelled', totalFen: 500 })
    expect(await owedBy(who)).toBe(500)
  })

  it('when the day is over, who never came and who was never scanned out are billed', async () => {
    const [missing, forgotten] = [await family(), await family()]
    const missed = await booked(missing, '14:00', '16:00')
    const inside = await booked(forgotten, '14:00', '16:00')
    await point.at(TOMORROW, '13:55')
    await comeIn(forgotten, inside)
    await tick()
    expect(await billOf(missed)).toBeUndefined()
    await point.at('2026-11-27', '00:01')
    await tick()
    expect(await billOf(missed)).toMatchObject({ outcome: 'missed', totalFen: 500 })
    expect(await billOf(inside)).toMatchObject({ outcome: 'came', totalFen: 2700 })
  })
})

describe('Who may read it', () => {
  it('a family its own month and nobody else’s', async () => {
    const [mine, other] = [await family(), await family()]
    const month = { householdId: other.householdId, month: '2026-11' }
    expect(await point.tryCall(mine.openid, 'showStatement', month)).toMatchObject({
      code: 'not_found',
    })
    expect(await point.tryCall('o-manager', 'showStatement', month)).toMatchObject({
      code: 'not_found',
    })
  })

  it('everything kept of the family goes with its export, and stays without names when it is erased', async () => {
    const who = await family()
    const id = await visit(who, '11:00')
    expect(await point.call(who.openid, 'exportMyData', {})).toMatchObject({ bills: [{ id }] })
    await point.call(who.openid, 'eraseMe', {})
    const desk = await point.call('o-lin', 'listBills', { siteId: SITE })
    const left = desk.open.find(({ householdId }: any) => householdId === who.householdId)
    expect(left).toMatchObject({ guardian: '', phone: '', bills: [{ id, childName: '' }] })
  })
})
