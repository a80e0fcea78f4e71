import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let an: Family
let bei: Family
beforeAll(async () => {
  point = await openPoint()
  an = await point.family('o-an', [TWO])
  bei = await point.family('o-bei', [TWO])
  await point.post('/cloud/consent', an.openid, { templateIds: ['tmpl-change-0005'] })
  await point.call(an.openid, 'recordConsent', { accepted: ['change'] })
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const TWO = '2024-10-20'
const DESK = 'o-community'
const span = (from: string, to: string) => ({ from, to })
const close = (more: object, openid = DESK) =>
  point.tryCall(openid, 'addClosure', {
    siteId: SITE,
    date: TOMORROW,
    why: '台风停园',
    seenBookings: 0,
    ...more,
  })
const open = (more: object = {}) =>
  point.call(DESK, 'removeClosure', { siteId: SITE, date: TOMORROW, ...more })
const booked = async (family: Family, from: string, to: string, date = TOMORROW) =>
  (await point.book(family, { from, to, date })).value.bookings[0].id as string
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const sentTo = async (openid: string) => {
  const { messages } = await (await fetch(`${point.url}/__local/messages`)).json()
  return messages.filter((message: any) => message.openid === openid)
}
const inbox = async ({ openid }: Family) =>
  (await point.call(openid, 'listMessages', {})).messages.filter(
    ({ template }: any) => template === 'change',
  )

describe('Closing part of a day', () => {
  it('names before whose bookings it takes, cancels them without cost and tells the families once', async () => {
    const mine = await booked(an, '10:00', '12:00')
    await booked(bei, '14:00', '16:00')
    // Late, when the family's own cancelling would cost something.
    await point.at(TODAY, '21:00')
    const time = { siteId: SITE, date: TOMORROW, span: span('11:00', '12:00') }
    expect(await point.call(DESK, 'planClosure', time)).toEqual({
      bookings: [{ name: '孩子0', date: TOMORROW, span: span('10:00', '12:00') }],
    })
    const input = { span: time.span, seenBookings: 1 }
    expect(await close(input)).toMatchObject({ value: { cancelled: 1 } })
    expect(await close(input)).toMatchObject({ value: { cancelled: 0 } })
    const { booking } = await point.call(an.openid, 'showBooking', { bookingId: mine })
    expect(booking).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'point',
      cancelWhy: '台风停园',
      cancelFen: 0,
    })
    expect(await sentTo(an.openid)).toMatchObject([
      {
        templateId: 'tmpl-change-0005',
        data: { thing3: { value: '托育点取消了，不收费' }, thing4: { value: '台风停园' } },
      },
    ])
    expect(await inbox(an)).toHaveLength(1)
    expect(await inbox(bei)).toEqual([])
    expect((await dayOf(TOMORROW)).slots['1100']).toMatchObject({ closed: '台风停园', children: 0 })
  })

  it('takes no booking that touches it, and takes it again once it is open', async () => {
    expect(await point.book(an, { from: '10:30', to: '11:30' })).toMatchObject({
      code: 'half_hour_closed',
      detail: { at: '11:00', why: '台风停园' },
    })
    expect(await open({ span: span('11:00', '12:00') })).toEqual({ removed: true })
    expect(await open({ span: span('11:00', '12:00') })).toEqual({ removed: false })
    expect(await point.book(an, { from: '10:30', to: '11:30' })).toMatchObject({ ok: true })
  })

  it('with another number of bookings than was seen is refused first, and nothing happens', async () => {
    expect(await close({ seenBookings: 1 })).toMatchObject({
      code: 'bookings_changed',
      detail: { bookings: 2 },
    })
    expect((await dayOf(TOMORROW)).closed).toBeUndefined()
  })
})

describe('Closing a day', () => {
  it('frees every place of it, and shows families why', async () => {
    expect(await close({ seenBookings: 2 })).toMatchObject({ value: { cancelled: 2 } })
    const day = await dayOf(TOMORROW)
    expect(day).toMatchObject({ closed: '台风停园' })
    for (const slot of Object.values<any>(day.slots)) expect(slot.children).toBe(0)
    expect(await point.book(an, { from: '14:00', to: '16:00' })).toMatchObject({
      code: 'day_closed',
      detail: { why: '台风停园' },
    })
    await open()
    expect(await point.book(bei, { from: '14:00', to: '16:00' })).toMatchObject({ ok: true })
  })

  it('that is not planned yet closes it when it is', async () => {
    const later = '2026-12-09'
    await close({ date: later, why: '消毒' })
    await point.at('2026-11-26', '00:01')
    await point.control('timers/scheduled')
    expect(await dayOf(later)).toMatchObject({ closed: '消毒' })
  })

  it('is for the operator and the community, and not for a day that is over', async () => {
    for (const openid of ['o-lin', 'o-chen', an.openid])
      expect(await close({ date: '2026-12-02' }, openid)).toMatchObject({ code: 'forbidden' })
    expect(await close({ date: '2026-11-24' })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'date' }] },
    })
    expect(await close({ span: span('12:00', '11:00') })).toMatchObject({
      detail: { fields: [{ path: 'span' }] },
    })
  })
})

describe('A closing that dies half-way', () => {
  it.each([
    ['before the days are planned', 'days', 'database.modifyDocument', '2026-11-27'],
    ['before the copy is written', 'bookings', 'database.modifyDocument', '2026-11-30'],
    ['before the family is told', 'messages', 'database.insertDocument', '2026-12-01'],
  ])('%s is finished by the timer', async (_name, collection, action, date) => {
    const id = await booked(an, '10:00', '12:00', date)
    const before = (await inbox(an)).length
    await point.control('faults', { faults: [{ kind: 'drop', action, collection }] })
    await close({ date, seenBookings: 1 })
    await point.control('functions/api/kill')
    await point.control('faults', { faults: [] })
    await point.control('timers/scheduled')
    const day = await dayOf(date)
    expect(day.closed).toBe('台风停园')
    expect(day.reservations[id]).toMatchObject({ state: 'cancelled', cancelledBy: 'point' })
    const copy = (await point.documents('bookings')).find((each) => each.id === id)
    expect(copy).toMatchObject({ state: 'cancelled', cancelWhy: '台风停园' })
    expect(await inbox(an)).toHaveLength(before + 1)
  })
})
