import { SITE, roster } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

const tick = async () => (await point.control('timers/scheduled')).result
const mine = async () =>
  (await point.call(family.openid, 'listBookings', { householdId: family.householdId })).bookings
/** Takes a place, and dies before the readable copy is written. */
const bookAndDie = async (from: string, to: string) => {
  const faults = [{ kind: 'drop', action: 'database.insertDocument', collection: 'bookings' }]
  await point.control('faults', { faults })
  const lost = await point.book(family, { from, to })
  await point.control('faults', { faults: [] })
  expect(lost).toMatchObject({ code: 'busy' })
}

it('a minute with nothing to do costs twenty requests', async () => {
  await tick()
  await point.at(TODAY, '10:05')
  await tick()
  await point.control('requests')
  await point.at(TODAY, '10:06')
  await tick()
  const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
  const counts = requests.map(({ count }: { count: number }) => count)
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(20)
})

it('copies are restored after the clock was set back', async () => {
  await point.at(TOMORROW, '08:00')
  await tick()
  await point.at(TODAY, '10:00')
  await tick()
  await bookAndDie('14:00', '16:00')
  expect(await mine()).toEqual([])
  await tick()
  expect(await mine()).toMatchObject([{ span: { from: '14:00', to: '16:00' } }])
})

it('a cancellation that died before its copy shows as cancelled to whoever looks', async () => {
  const booked = await point.book(family, { from: '09:00', to: '10:00' })
  const bookingId = booked.value.bookings[0].id
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'bookings' }]
  await point.control('faults', { faults })
  const cancel = { bookingId, seenFeeFen: 0 }
  expect(await point.tryCall(family.openid, 'cancelBooking', cancel)).toMatchObject({
    code: 'busy',
  })
  await point.control('faults', { faults: [] })
  expect(await point.tryCall(family.openid, 'cancelBooking', cancel)).toMatchObject({ ok: true })
  const copy = (await point.documents('bookings')).find(({ id }) => id === bookingId)
  expect(copy.state).toBe('cancelled')
})

it('a site or a day that is broken keeps no other from its turn', async () => {
  const site = { _id: 'a-broken', id: 'a-broken', name: '坏', hours: { 4: null }, groups: null }
  await point.control('documents', { collection: 'sites', documents: [site] })
  await point.control('documents', {
    collection: 'rosters',
    documents: [{ ...roster, _id: 'a-broken', weekly: 7, closures: null }],
  })
  const broken = { _id: 'a-broken_day', siteId: 'a-broken', date: TOMORROW, touchedAt: 1 }
  await point.control('documents', { collection: 'days', documents: [broken] })
  await point.control('documents', {
    collection: 'jobs',
    documents: [{ _id: 'copies', doneTo: 1 }],
  })
  await bookAndDie('11:00', '12:00')
  const before = (await point.documents('days')).length
  await point.at('2026-11-27', '00:01')
  await tick()
  expect((await point.documents('days')).length).toBe(before + 1)
  expect(await mine()).toMatchObject([{ span: { from: '14:00' } }, { span: { from: '11:00' } }, {}])
})

it('the window of fourteen days runs over the end of the year', async () => {
  await point.at('2026-12-31', '23:59')
  await tick()
  await point.at('2027-01-01', '00:00')
  await tick()
  const days = (await point.documents('days')).filter(({ siteId }) => siteId === SITE)
  const dates = days.map(({ date }): string => date).filter((date) => date >= '2026-12-31')
  dates.sort()
  expect(dates[0]).toBe('2026-12-31')
  expect(dates[dates.length - 1]).toBe('2027-01-14')
  expect(dates).toHaveLength(15)
  const shown = await point.call(family.openid, 'showWeek', { siteId: SITE })
  expect(shown.days.map(({ date }: any) => date)).toEqual(dates.slice(1))
})

it('copies of a hundred and five days that were touched at once are all restored', async () => {
  const day = (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${TOMORROW}`)
  const { householdId } = await point.family('o-many', [])
  const [first] = Object.values<object>(day.reservations)
  const reservation = { ...first, householdId }
  const touched = Date.parse(`${TODAY}T09:59:30+08:00`)
  const documents = Array.from({ length: 105 }, (_, n) => ({
    ...day,
    _id: `many-${n}_${TOMORROW}`,
    siteId: `many-${n}`,
    touchedAt: touched + n,
    reservations: { [`many-booking-${n}`]: reservation },
  }))
  await tick()
  await point.control('documents', { collection: 'days', documents })
  for (const time of ['10:01', '10:02', '10:03']) {
    await point.at(TODAY, time)
    await tick()
  }
  const ids = (await point.documents('bookings')).map(({ id }) => id as string)
  expect(ids.filter((id) => id.startsWith('many-booking-'))).toHaveLength(105)
})
