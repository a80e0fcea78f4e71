import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

const booked = async (from: string, to: string): Promise<string> => {
  const reply = await point.book(family, { from, to })
  return reply.value.bookings[0].id
}
const cancel = (bookingId: string, seenFeeFen: number) =>
  point.tryCall(family.openid, 'cancelBooking', { bookingId, seenFeeFen })

it('before 20:00 on the evening before costs nothing and frees every half hour', async () => {
  const bookingId = await booked('09:00', '11:00')
  expect(await cancel(bookingId, 0)).toMatchObject({
    ok: true,
    value: { booking: { state: 'cancelled', cancelFen: 0 } },
  })
  const day = (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${TOMORROW}`)
  for (const key of ['0900', '0930', '1000', '1030'])
    expect(day.slots[key]).toMatchObject({ children: 0, groups: { big: { children: 0, load: 0 } } })
  expect(day.reservations[bookingId]).toMatchObject({ state: 'cancelled', rev: 2 })
})

it('after that costs what was shown before the tap; another cost is refused first', async () => {
  const bookingId = await booked('09:00', '11:00')
  await point.at(TODAY, '20:00')
  const shown = await point.call(family.openid, 'showBooking', { bookingId })
  expect(shown.cancelFeeFen).toBe(500)
  expect(await cancel(bookingId, 0)).toMatchObject({
    code: 'price_changed',
    detail: { totalFen: 500 },
  })
  expect(await cancel(bookingId, 500)).toMatchObject({
    value: { booking: { state: 'cancelled', cancelFen: 500 } },
  })
})

it('twice, or from two phones at once, frees the place once', async () => {
  const bookingId = await booked('14:00', '16:00')
  const replies = await Promise.all([cancel(bookingId, 0), cancel(bookingId, 0)])
  expect(replies.some(({ ok }) => ok)).toBe(true)
  expect(await cancel(bookingId, 0)).toMatchObject({ ok: true })
  const day = (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${TOMORROW}`)
  expect(day.slots['1400'].children).toBe(0)
})

it('once the time has begun it is too late', async () => {
  const bookingId = await booked('09:00', '11:00')
  await point.at(TOMORROW, '09:00')
  expect(await cancel(bookingId, 500)).toMatchObject({ code: 'already_started' })
})
