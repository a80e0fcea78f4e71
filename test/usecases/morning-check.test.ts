import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterAll(() => point.close())

const WELL = { tenths: 365, skin: 'clear', mood: 'good', belongings: 'safe' }
const HAND_FOOT_MOUTH = { ...WELL, skin: 'spots', suspicion: 'hand-foot-mouth' }
let attempts = 0
const check = (
  bookingId: string,
  more: object,
  attempt = `morning-check-${++attempts}`,
  as = 'o-lin',
) => point.tryCall(as, 'recordCheck', { siteId: SITE, bookingId, attempt, ...more })

const booked = async (family: Family, date: string, from: string, to: string): Promise<string> =>
  (await point.book(family, { date, from, to })).value.bookings[0].id
const ticketOf = async (family: Family, bookingId: string): Promise<string> =>
  (await point.call(family.openid, 'showBooking', { bookingId })).ticket
const scan = async (family: Family, bookingId: string, act: 'in' | 'out') =>
  point.tryCall('o-lin', 'scanTicket', {
    siteId: SITE,
    ticket: await ticketOf(family, bookingId),
    act,
  })
const slotOf = async (date: string, slot: string) => {
  const days = await point.documents('days')
  return days.find((day) => day.date === date).slots[slot]
}

describe('A child that is fit', () => {
  it('stays, and the family reads it in the booking', async () => {
    const family = await point.family('o-well', ['2024-10-20'])
    const id = await booked(family, TOMORROW, '09:00', '11:00')
    await point.at(TOMORROW, '08:55')
    await scan(family, id, 'in')
    expect(await check(id, WELL)).toMatchObject({ value: { outcome: 'stays', cancelled: 0 } })
    const shown = await point.call(family.openid, 'showBooking', { bookingId: id })
    expect(shown.check).toMatchObject({ tenths: 365, skin: 'clear' })
    const { children } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(children).toMatchObject([{ bookingId: id, check: 'stays' }])
  })

  it('is measured again, and the first look stays behind the second; the family’s export has both', async () => {
    const [{ _id }] = await point.documents('checks')
    expect(await check(_id, { ...WELL, tenths: 371 })).toMatchObject({ ok: true })
    const [stored] = await point.documents('checks')
    expect(stored).toMatchObject({ tenths: 371, rev: 2, earlier: [{ tenths: 365 }] })
    const { checks } = await point.call('o-well', 'exportMyData', {})
    expect(checks).toMatchObject([
      { tenths: 371, by: '林老师' },
      { tenths: 365, by: '林老师' },
    ])
  })

  it('needs a judgement for spots, an authority for medicine, and a temperature that people have', async () => {
    const [{ _id }] = await point.documents('checks')
    expect(await check(_id, { ...WELL, skin: 'spots' })).toMatchObject({ code: 'illness_needed' })
    const medicine = { what: '布洛芬 5 毫升 午饭后', authorised: false }
    expect(await check(_id, { ...WELL, medicine })).toMatchObject({ code: 'authority_needed' })
    expect(await check(_id, { ...WELL, tenths: 300 })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'tenths' }] },
    })
  })

  it('is checked today and by carers, nobody else', async () => {
    await point.at(TODAY, '10:00')
    const [{ _id }] = await point.documents('checks')
    expect(await check(_id, WELL)).toMatchObject({ code: 'not_here_today' })
    for (const as of ['o-manager', 'o-community', 'o-well'])
      expect(await check(_id, WELL, undefined, as)).toMatchObject({ code: 'forbidden' })
  })
})

describe('A child that falls ill', () => {
  let ill: Family
  let beside: Family
  let later: Family
  let illToday: string
  let illNext: string
  let illFar: string

  it('in the room stays counted until it is fetched; what it no longer needs is free', async () => {
    ill = await point.family('o-ill', ['2024-09-20', '2024-09-20'])
    beside = await point.family('o-beside', ['2024-08-20'])
    later = await point.family('o-later', ['2024-08-20'])
    const one = { ...ill, childIds: ill.childIds.slice(0, 1) }
    illToday = await booked(one, TOMORROW, '09:00', '12:00')
    illNext = await booked(one, '2026-11-27', '09:00', '11:00')
    illFar = await booked(one, '2026-12-08', '09:00', '11:00')
    const besideId = await booked(beside, TOMORROW, '09:00', '10:00')
    const laterId = await booked(later, TOMORROW, '10:30', '12:00')
    await point.at(TOMORROW, '09:00')
    for (const [family, id] of [
      [one, illToday],
      [beside, besideId],
    ] as const)
      expect(await scan(family, id, 'in')).toMatchObject({ ok: true })
    const before = await slotOf(TOMORROW, '1000')
    await point.at(TOMORROW, '09:20')
    const sent = await check(illToday, HAND_FOOT_MOUTH, 'falls-ill')
    expect(sent).toMatchObject({
      value: { outcome: 'goes_home', illness: '手足口病', returnOn: '2026-12-10', cancelled: 2 },
    })
    expect((await slotOf(TOMORROW, '1000')).children).toBe(before.children - 1)
    expect((await slotOf(TOMORROW, '0930')).children).toBeGreaterThan(0)
    const { children } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(children.find((each: any) => each.bookingId === illToday)).toMatchObject({
      state: 'inside',
      check: 'goes_home',
      span: { from: '09:00', to: '10:00' },
      health: { excludedUntil: '2026-12-10' },
    })
    await point.at(TOMORROW, '09:50')
    expect(await scan(one, illToday, 'out')).toMatchObject({ ok: true })
    await point.at(TOMORROW, '10:25')
    expect(await scan(later, laterId, 'in')).toMatchObject({ ok: true })
  })

  it('has its bookings until its return cancelled for nothing, and is told so', async () => {
    const bookings = await point.documents('bookings')
    for (const id of [illNext, illFar])
      expect(bookings.find((each) => each._id === id)).toMatchObject({
        state: 'cancelled',
        cancelFen: 0,
      })
    const told = (await point.documents('messages')).filter(({ openid }) => openid === 'o-ill')
    const [excluded] = told.filter(({ data }) => data.thing1?.includes('先在家休息'))
    expect(excluded.data.thing2).toBe('12月10日起可来，2 个预约免费取消')
  })

  it('is neither booked before its return nor named by its illness in the family’s document', async () => {
    // A day further on is planned meanwhile.
    await point.control('timers/scheduled')
    const one = { ...ill, childIds: ill.childIds.slice(0, 1) }
    const sibling = { ...ill, childIds: ill.childIds.slice(1) }
    expect(await point.book(one, { date: '2026-12-09', from: '09:00', to: '11:00' })).toMatchObject(
      { code: 'child_excluded', detail: { until: '2026-12-10' } },
    )
    expect(
      await point.book(sibling, { date: '2026-12-04', from: '09:00', to: '11:00' }),
    ).toMatchObject({ ok: true })
    expect(JSON.stringify(await point.documents('households'))).not.toContain('hand-foot-mouth')
  })

  it('the same tap again changes nothing', async () => {
    const before = await point.documents('days')
    await point.at(TOMORROW, '09:20')
    expect(await check(illToday, HAND_FOOT_MOUTH, 'falls-ill')).toMatchObject({
      value: { outcome: 'goes_home', cancelled: 0 },
    })
    expect(await point.documents('days')).toEqual(before)
    expect(
      (await point.documents('messages')).filter(({ _id }) => _id.startsWith('excluded')),
    ).toHaveLength(1)
  })

  it('tells exactly the family who was there together, without its name, once', async () => {
    await point.at(TOMORROW, '11:00')
    const asked = { siteId: SITE, bookingId: illToday }
    const plan = await point.call('o-chen', 'planExposure', asked)
    // 孩子0 of the first test was there until now.
    expect(plan.families.map(({ minutes }: any) => minutes)).toEqual([50, 50])
    expect(await point.tryCall('o-lin', 'planExposure', asked)).toMatchObject({ code: 'forbidden' })
    const sent = await Promise.all([1, 2].map(() => point.tryCall('o-chen', 'sendExposure', asked)))
    expect(sent.every(({ ok }) => ok)).toBe(true)
    const told = (await point.documents('messages')).filter(({ _id }) => _id.startsWith('exposure'))
    expect(new Set(told.map(({ openid }) => openid))).toEqual(new Set(['o-beside', 'o-well']))
    expect(told).toHaveLength(2)
    expect(told[0].data.thing2).toBe('11月26日在园有疑似手足口病，请留意')
    expect(JSON.stringify(told)).not.toContain('孩子')
    expect(await point.call('o-chen', 'planExposure', asked)).toHaveProperty('sentAt')
  })
})

describe('What a crash leaves', () => {
  it('the same tap again finishes: the place is free once, the date stands', async () => {
    await point.at(TOMORROW, '12:00')
    const family = await point.family('o-crash', ['2024-10-20'])
    const id = await booked(family, TOMORROW, '15:00', '17:00')
    await point.at(TOMORROW, '14:50')
    // Children whom nobody fetched keep half hours of their own, but none this late.
    const before = await slotOf(TOMORROW, '1600')
    await point.control('faults', {
      faults: [{ kind: 'drop', action: 'database.modifyDocument', collection: 'days' }],
    })
    expect(await check(id, HAND_FOOT_MOUTH, 'crashes-once')).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    // The date stands first, so the door is shut already.
    expect(await scan(family, id, 'in')).toMatchObject({ code: 'child_excluded' })
    expect(await check(id, HAND_FOOT_MOUTH, 'crashes-once')).toMatchObject({ ok: true })
    expect((await slotOf(TOMORROW, '1600')).children).toBe(before.children - 1)
    const shown = await point.call(family.openid, 'showBooking', { bookingId: id })
    expect(shown).toMatchObject({
      booking: { state: 'cancelled', cancelFen: 0, sentHomeAt: expect.any(Number) },
      check: { illness: '手足口病' },
    })
    expect(shown).not.toHaveProperty('ticket')
  })
})
