import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
const families: Family[] = []
const ids: string[] = []
let saved: unknown
beforeAll(async () => {
  point = await openPoint()
  for (let n = 0; n < 8; n++) {
    const family = await point.family(`o-family-${n}`, ['2024-10-20'])
    families.push(family)
    await point.at(TODAY, `10:0${n}`)
    const { value } = await point.book(family, { from: '09:00', to: '11:00' })
    ids.push(value.bookings[0].id)
  }
  const { rev, days } = await point.call('o-chen', 'showPlan', { siteId: SITE })
  const shifts = days[1].shifts.filter(({ carer }: any) => carer !== '陈老师')
  const input = { siteId: SITE, rev, date: TOMORROW, every: false, shifts }
  saved = await point.call('o-chen', 'saveRoster', input)
})
beforeEach(() => point.at(TODAY, '11:00'))
afterAll(() => point.close())

const list = async () => (await point.call('o-manager', 'listExcess', { siteId: SITE })).bookings
const cancel = (bookingId: string, openid = 'o-manager') =>
  point.tryCall(openid, 'cancelByPoint', { siteId: SITE, bookingId, why: '老师请假，人手不够' })
let attempts = 100_000
const hours = async (more: object, openid = 'o-manager') => {
  const { settings, editions } = await point.call('o-manager', 'showSettings', { siteId: SITE })
  const value = { week: { ...settings.hours.week, ...more } }
  const setting = { what: 'hours', value }
  const input = {
    siteId: SITE,
    edition: editions.hours ?? 0,
    attempt: `hours-${++attempts}`,
    setting,
  }
  return point.tryCall(openid, 'saveSetting', input)
}

describe('When a carer called in sick', () => {
  it('nothing is cancelled; the family that booked last is listed with whom to ring', async () => {
    expect(saved).toEqual({ excess: 1 })
    expect(await list()).toMatchObject([
      {
        date: TOMORROW,
        name: '孩子0',
        groupName: '托大班',
        at: '09:00',
        limit: 'carers',
        carers: 1,
        guardians: [{ phone: '13800001000' }],
      },
    ])
    const bookings = await point.documents('bookings')
    expect(bookings.every(({ state }) => state === 'booked')).toBe(true)
    expect((await point.call('o-community', 'showPlan', { siteId: SITE })).excess).toBe(1)
  })

  it('the list is for who plans: no carer, no community, no family reads it', async () => {
    for (const openid of ['o-lin', 'o-community', families[0]!.openid])
      expect(await point.tryCall(openid, 'listExcess', { siteId: SITE })).toMatchObject({
        code: 'forbidden',
      })
  })

  it('only the operator cancels, and what is listed at another site is not found', async () => {
    const [{ bookingId }] = await list()
    for (const openid of ['o-chen', 'o-community', families[0]!.openid])
      expect(await cancel(bookingId, openid)).toMatchObject({ code: 'forbidden' })
    expect(await cancel('no-such-booking')).toMatchObject({ code: 'not_found' })
  })

  it('the operator cancels without cost, the family is told why, and the list is empty', async () => {
    const [{ bookingId }] = await list()
    const last = families[7]!
    await point.at(TODAY, '22:00')
    const replies = await Promise.all([cancel(bookingId), cancel(bookingId)])
    expect(replies.some(({ ok }) => ok)).toBe(true)
    expect(await cancel(bookingId)).toMatchObject({ ok: true })
    const { booking } = await point.call(last.openid, 'showBooking', { bookingId })
    expect(booking).toMatchObject({ state: 'cancelled', cancelledBy: 'point', cancelFen: 0 })
    const { messages } = await point.call(last.openid, 'listMessages', {})
    const told = messages.filter(({ template }: any) => template === 'change')
    expect(told).toMatchObject([{ data: { thing4: '老师请假，人手不够' } }])
    expect(await list()).toEqual([])
  })

  it('a family that could not be told then is told by the timer', async () => {
    const [bookingId = ''] = ids.slice(6)
    const faults = [{ kind: 'drop', action: 'database.insertDocument', collection: 'messages' }]
    await point.control('faults', { faults })
    await cancel(bookingId)
    await point.control('faults', { faults: [] })
    const told = async () => (await point.call(families[6]!.openid, 'listMessages', {})).messages
    const before = (await told()).length
    await point.control('timers/scheduled')
    await point.control('timers/scheduled')
    expect(await told()).toHaveLength(before + 1)
  })

  it('a family’s own cancellation stays the family’s, and a child that is inside stays', async () => {
    const [first = '', second = ''] = ids
    const free = { bookingId: first, seenFeeFen: 0 }
    await point.call(families[0]!.openid, 'cancelBooking', free)
    expect(await cancel(first)).toMatchObject({ code: 'already_cancelled' })
    const { ticket } = await point.call(families[1]!.openid, 'showBooking', { bookingId: second })
    await point.at(TOMORROW, '09:00')
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
    expect(await cancel(second)).toMatchObject({ code: 'already_started' })
  })
})

describe('Opening hours', () => {
  const shorter = { 4: { from: '09:30', to: '18:00' } }

  it('that exclude bookings are refused with the bookings named, and stay as they were', async () => {
    const reply = await hours(shorter)
    expect(reply).toMatchObject({ code: 'hours_exclude_bookings' })
    expect(reply.detail.bookings).toContainEqual({
      name: '孩子0',
      date: TOMORROW,
      span: { from: '09:00', to: '11:00' },
    })
    const plan = await point.call('o-manager', 'showPlan', { siteId: SITE })
    expect(plan.hours[4]).toEqual({ from: '08:30', to: '18:00' })
  })

  it('that exclude nobody hold at once for the days ahead', async () => {
    expect(await hours({ 5: { from: '09:00', to: '17:00' } })).toMatchObject({ ok: true })
    const { days } = await point.call('o-community', 'showWeek', { siteId: SITE })
    const friday = days.find(({ date }: any) => date === '2026-11-27')
    expect(friday).toMatchObject({ hours: { from: '09:00', to: '17:00' } })
    expect(
      await point.book(families[0]!, { date: '2026-11-27', from: '08:30', to: '10:00' }),
    ).toMatchObject({ code: 'outside_hours' })
  })

  it('are for the operator, and right in every field', async () => {
    expect(await hours({}, 'o-chen')).toMatchObject({ code: 'forbidden' })
    expect(await hours({ 5: { from: '17:00', to: '09:00' } })).toMatchObject({
      detail: { fields: [{ path: 'setting.value.week.5' }] },
    })
  })
})
