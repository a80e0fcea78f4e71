import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-shorter', ['2024-10-20'])
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const booked = async (date = TOMORROW): Promise<string> => {
  const reply = await point.book(family, { date, from: '09:00', to: '12:00' })
  return reply.value.bookings[0].id
}
const shorten = (bookingId: string, to: string, seenTotalFen: number, from = '09:00') =>
  point.tryCall(family.openid, 'shortenBooking', { bookingId, span: { from, to }, seenTotalFen })
const dayOf = async (date = TOMORROW) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)

it('frees what is given up, keeps the rest, and bills the shorter time', async () => {
  const id = await booked()
  expect(await shorten(id, '11:00', 2700)).toMatchObject({
    value: { booking: { span: { from: '09:00', to: '11:00' }, quote: { totalFen: 2700 } } },
  })
  const day = await dayOf()
  expect(day.slots['1030'].children).toBe(1)
  expect(day.slots['1100'].children).toBe(0)
  expect(Object.keys(day.kids[family.childIds[0] as string]).sort()).toEqual([
    '0900',
    '0930',
    '1000',
    '1030',
  ])
  const [copy] = (await point.documents('bookings')).filter((each) => each.id === id)
  expect(copy).toMatchObject({ rev: 2, span: { to: '11:00' } })
})

it('after the free time costs what was shown; another cost is refused first', async () => {
  const id = await booked('2026-11-27')
  await point.at(TOMORROW, '20:00')
  expect(await shorten(id, '11:00', 2700)).toMatchObject({
    code: 'price_changed',
    detail: { totalFen: 3200, quotes: [{ lines: [{}, {}, { why: 'given_up', fen: 500 }] }] },
  })
  expect(await shorten(id, '11:00', 3200)).toMatchObject({
    value: { booking: { quote: { totalFen: 3200 } } },
  })
  expect(await shorten(id, '11:00', 3200)).toMatchObject({ ok: true })
})

it('twice at once, or after a lost reply, happens once', async () => {
  const id = await booked('2026-11-30')
  const replies = await Promise.all([shorten(id, '11:00', 2700), shorten(id, '11:00', 2700)])
  expect(replies.some(({ ok }) => ok)).toBe(true)
  const faults = [{ kind: 'dropAfter', action: 'database.modifyDocument', collection: 'days' }]
  await point.control('faults', { faults })
  expect(await shorten(id, '10:00', 1350)).toMatchObject({ code: 'busy' })
  await point.control('faults', { faults: [] })
  expect(await shorten(id, '10:00', 1350)).toMatchObject({ ok: true })
  const day = await dayOf('2026-11-30')
  expect(['0900', '0930', '1000', '1100'].map((key) => day.slots[key].children)).toEqual([
    1, 1, 0, 0,
  ])
})

it('longer, moved, or another family’s is refused', async () => {
  const id = await booked('2026-12-01')
  expect(await shorten(id, '13:00', 5400)).toMatchObject({ code: 'not_shorter' })
  expect(await shorten(id, '10:00', 1350, '08:30')).toMatchObject({ code: 'not_shorter' })
  const other = await point.family('o-other', ['2024-10-20'])
  const input = { bookingId: id, span: { from: '09:00', to: '10:00' }, seenTotalFen: 1350 }
  expect(await point.tryCall(other.openid, 'shortenBooking', input)).toMatchObject({
    code: 'not_found',
  })
})

it('a ticket made before still opens the door, for the shorter time', async () => {
  const id = await booked('2026-12-02')
  const { ticket } = await point.call(family.openid, 'showBooking', { bookingId: id })
  await shorten(id, '11:00', 2700)
  await point.at('2026-12-02', '08:50')
  const scan = { siteId: SITE, ticket, act: 'in' }
  expect(await point.tryCall('o-chen', 'scanTicket', scan)).toMatchObject({
    value: { bookingId: id, state: 'inside' },
  })
})
