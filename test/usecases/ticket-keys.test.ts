import { SITE } from '../../local/seed/site'
import { signTicket } from '../../miniprogram/domain/ticket'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
})
afterAll(() => point.close())

const key = (keyId: string, fill: number) => ({
  keyId,
  seed: Buffer.alloc(32, fill).toString('base64'),
})
const [OLD, NEW] = [key('k2025', 1), key('k2026', 2)]
const keep = (...keys: object[]) => point.restart({ TICKET_KEYS: JSON.stringify(keys) })
const scan = (ticket: string, act: 'in' | 'out') =>
  point.tryCall('o-lin', 'scanTicket', { siteId: SITE, ticket, act })

it('a new key signs from now on; tickets of the old one open the door until it is taken away', async () => {
  await keep(OLD)
  await point.at(TODAY, '10:00')
  const booked = await point.book(family, { from: '09:00', to: '11:00' })
  const bookingId = booked.value.bookings[0].id
  const shown = async () => (await point.call(family.openid, 'showBooking', { bookingId })).ticket
  const old = await shown()
  expect(old).toContain('.k2025.')

  await keep(NEW, OLD)
  await point.at(TOMORROW, '09:00')
  const fresh = await shown()
  expect(fresh).toContain('.k2026.')
  const { ticketKeys } = await point.call('o-lin', 'showRoom', { siteId: SITE })
  expect(Object.keys(ticketKeys)).toEqual(['k2026', 'k2025'])
  expect(await scan(old, 'in')).toMatchObject({ ok: true })

  await keep(NEW)
  expect(await scan(old, 'out')).toMatchObject({ code: 'ticket_forged' })
  expect(await scan(fresh, 'out')).toMatchObject({ ok: true })
})

it('an old key that leaked does not sign under the new one’s name', async () => {
  await keep(NEW, OLD)
  const ticket = {
    bookingId: 'made-up-1' as never,
    childId: family.childIds[0] as never,
    siteId: SITE as never,
    date: TOMORROW as never,
    span: { from: '09:00' as never, to: '11:00' as never },
  }
  const forged = signTicket(ticket, { ...OLD, keyId: NEW.keyId })
  expect(await scan(forged, 'in')).toMatchObject({ code: 'ticket_forged' })
  expect(await scan(signTicket(ticket, OLD), 'in')).toMatchObject({ code: 'ticket_unknown' })
})
