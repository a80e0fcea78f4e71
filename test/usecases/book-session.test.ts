import { SITE } from '../../local/seed/site'
import { DESK, aProgramme } from '../support/a-programme'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

/** 30 months on the days of this test. */
const BIG = '2024-05-10'
let families = 0
const family = (births: readonly string[] = [BIG], papers = true): Promise<Family> =>
  point.family(`o-story-${++families}`, births, papers)
const { save, planned, book, wait, shown, dayOf, told } = aProgramme(() => point)

describe('Booking a story', () => {
  it('takes a place of the story and of care in one update, and gives it back', async () => {
    const id = await planned('11:30', '12:00')
    const mine = await family()
    const booked = await book(mine, id)
    expect(booked).toMatchObject({
      ok: true,
      value: { bookings: [{ session: { id, title: '毛毛虫的早餐' }, state: 'booked' }] },
    })
    expect((await dayOf(TOMORROW)).sessions[id].children).toBe(1)
    expect((await shown(id, mine.openid)).booked).toMatchObject([{ childId: mine.childIds[0] }])
    expect((await shown(id)).booked).toEqual([])
    const bookingId = booked.value.bookings[0].id
    await point.call(mine.openid, 'cancelBooking', { bookingId, seenFeeFen: 0 })
    const day = await dayOf(TOMORROW)
    expect(day.sessions[id].children).toBe(0)
    expect(day.slots['1130'].children).toBe(0)
  })

  it('answers the same attempt with the same booking', async () => {
    const id = await planned('14:00', '14:30')
    const mine = await family()
    const attempt = 'the-same-attempt'
    const [first, again] = [await book(mine, id, { attempt }), await book(mine, id, { attempt })]
    expect(again.value).toEqual(first.value)
    expect((await dayOf(TOMORROW)).sessions[id].children).toBe(1)
  })

  it('gives the last place to one of twenty who tap at once', async () => {
    const id = await planned('14:30', '15:00', { places: 1 })
    const all = await Promise.all(Array.from({ length: 20 }, () => family()))
    const booked = await Promise.all(all.map((each) => book(each, id)))
    expect(booked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(booked.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(
      new Set(['class_full']),
    )
    expect((await dayOf(TOMORROW)).sessions[id].children).toBe(1)
  })

  it('refuses a child that is in care at that time, and care while it is in a story', async () => {
    const id = await planned('15:00', '15:30')
    const mine = await family()
    await point.book(mine, { from: '14:00', to: '16:00' })
    expect(await book(mine, id)).toMatchObject({ code: 'child_already_booked' })
    const other = await family()
    await book(other, id)
    expect(await point.book(other, { from: '15:00', to: '17:00' })).toMatchObject({
      code: 'child_already_booked',
    })
  })

  it('does not know another family’s child, nor a session of nowhere', async () => {
    const id = await planned('15:30', '16:00')
    const [mine, other] = [await family(), await family()]
    expect(await book(mine, id, { childIds: other.childIds })).toMatchObject({ code: 'not_found' })
    const stranger = { ...mine, openid: other.openid }
    expect(await book(stranger, id)).toMatchObject({ code: 'not_found' })
    expect(await book(mine, `elsewhere_${TOMORROW}_x`)).toMatchObject({ code: 'not_found' })
  })

  it('asks a price that changed, and bills material once a child', async () => {
    const id = await planned('16:30', '17:00', {
      service: 'together',
      accompanied: true,
      room: 'hall',
    })
    const mine = await family([BIG], false)
    expect(await book(mine, id, { seenTotalFen: 1 })).toMatchObject({ code: 'price_changed' })
    const booked = await book(mine, id)
    const { quote } = booked.value.bookings[0]
    expect(quote.lines.map(({ why }: any) => why)).toContain('material')
    expect((await dayOf(TOMORROW)).slots['1630'].children).toBe(0)
  })
})

describe('What the family hears and keeps', () => {
  it('reminds of a story the evening before, where the family allowed it', async () => {
    const id = await planned('16:00', '16:30')
    const mine = await family()
    await point.call(mine.openid, 'recordConsent', { accepted: ['reminder'] })
    await point.post('/cloud/consent', mine.openid, { templateIds: ['tmpl-reminder-0002'] })
    await book(mine, id)
    await point.at(TODAY, '19:30')
    await point.control('timers/scheduled')
    await point.control('timers/scheduled')
    const { messages } = await (await fetch(`${point.url}/__local/messages`)).json()
    const reminders = messages.filter(({ openid }: any) => openid === mine.openid)
    expect(reminders).toMatchObject([
      { templateId: 'tmpl-reminder-0002', data: { time2: { value: '2026年11月26日 16:00' } } },
    ])
  })

  it('exports what is booked and waited for, and erases it: the places are free, the list goes on', async () => {
    const [one, other] = [
      await planned('09:00', '09:30', { places: 1 }),
      await planned('08:30', '09:00', { places: 1 }),
    ]
    const [mine, has, next] = [await family(), await family(), await family()]
    await book(mine, one)
    await book(has, other)
    await wait(mine, other)
    await wait(next, one)
    const data = await point.call(mine.openid, 'exportMyData', {})
    expect(data.bookings).toMatchObject([{ session: { id: one, title: '毛毛虫的早餐' } }])
    expect(data.waits).toMatchObject([{ session: { id: other } }])
    expect(await point.tryCall(mine.openid, 'eraseMe', {})).toMatchObject({ ok: true })
    const day = await dayOf(TOMORROW)
    expect(Object.keys(day.waits).filter((key) => key.startsWith(mine.householdId))).toEqual([])
    expect((await shown(one, next.openid)).wait).toMatchObject({ offer: {} })
    expect((await shown(other, has.openid)).booked).toHaveLength(1)
  })
})

describe('A full story', () => {
  it('hands the place that is given back to the family that asked first, and tells it', async () => {
    const id = await planned('17:00', '17:30', { places: 1 })
    const [has, first, second] = [await family(), await family(), await family()]
    const booked = await book(has, id)
    expect(await book(first, id)).toMatchObject({ code: 'class_full' })
    expect(await wait(first, id)).toMatchObject({ ok: true, value: { wait: { ahead: 0 } } })
    expect(await wait(first, id)).toMatchObject({ ok: true })
    await point.at(TODAY, '10:01')
    expect(await wait(second, id)).toMatchObject({ ok: true, value: { wait: { ahead: 1 } } })
    const cancel = { bookingId: booked.value.bookings[0].id, seenFeeFen: 0 }
    await point.call(has.openid, 'cancelBooking', cancel)
    const { wait: offered } = await shown(id, first.openid)
    expect(offered.offer).toMatchObject({ span: { from: '17:00', to: '17:30' } })
    expect(await told(first)).toContain('offer')
    expect(await book(second, id)).toMatchObject({ code: 'class_full' })
    expect(await book(first, id, { waitId: offered.id })).toMatchObject({ ok: true })
    const { waits } = await point.call(first.openid, 'enterApp', {})
    expect(waits).toEqual([])
  })

  it('passes an offer on that nobody took, and lets a family leave the list', async () => {
    const id = await planned('10:30', '11:00', { places: 1 })
    const [has, first, second] = [await family(), await family(), await family()]
    const booked = await book(has, id)
    await wait(first, id)
    await point.at(TODAY, '10:01')
    await wait(second, id)
    const cancel = { bookingId: booked.value.bookings[0].id, seenFeeFen: 0 }
    await point.call(has.openid, 'cancelBooking', cancel)
    await point.at(TODAY, '10:12')
    await point.control('timers/scheduled')
    expect((await shown(id, second.openid)).wait).toMatchObject({ offer: {} })
    const leave = { householdId: second.householdId, siteId: SITE, date: TOMORROW, sessionId: id }
    expect(await point.call(second.openid, 'stopWaiting', leave)).toEqual({ left: true })
    expect(await book(has, id)).toMatchObject({ ok: true })
  })
})

describe('A story that does not take place', () => {
  it('is called off once its bookings were seen; families hear why and pay nothing', async () => {
    const id = await planned('09:30', '10:00')
    const mine = await family()
    const bookingId = (await book(mine, id)).value.bookings[0].id
    const off = { siteId: SITE, sessionId: id, why: '阿May病了' }
    expect(await point.tryCall(DESK, 'callOffSession', { ...off, seenChildren: 0 })).toMatchObject({
      code: 'bookings_changed',
    })
    expect(await point.call(DESK, 'callOffSession', { ...off, seenChildren: 1 })).toEqual({
      released: 1,
    })
    const { booking } = await point.call(mine.openid, 'showBooking', { bookingId })
    expect(booking).toMatchObject({ state: 'cancelled', cancelFen: 0, cancelWhy: '阿May病了' })
    const { messages } = await point.call(mine.openid, 'listMessages', {})
    expect(messages.find(({ template }: any) => template === 'change').data).toMatchObject({
      thing3: '《毛毛虫的早餐》取消了，不收费',
      thing4: '阿May病了',
    })
    expect(await book(await family(), id)).toMatchObject({ code: 'session_off' })
  })

  it('is waited for no more: the family is told once, and its list is empty', async () => {
    const id = await planned('11:00', '11:30', { places: 1, title: '只有一个位' })
    const [has, waits] = [await family(), await family()]
    await book(has, id)
    expect(await wait(waits, id)).toMatchObject({ ok: true })
    const off = { siteId: SITE, sessionId: id, why: '停电', seenChildren: 1 }
    for (let twice = 0; twice < 2; twice++) await point.call(DESK, 'callOffSession', off)
    const { messages } = await point.call(waits.openid, 'listMessages', {})
    expect(messages.map(({ data }: any) => data.thing3)).toEqual(['《只有一个位》取消了，不用再等'])
    expect(await shown(id, waits.openid)).not.toHaveProperty('wait')
    const { waits: left = {} } = await dayOf(TOMORROW)
    expect(Object.keys(left).filter((key) => key.endsWith(id))).toEqual([])
  })

  it('goes with a closure that is added later', async () => {
    const saved = await save({}, { date: '2026-12-01' })
    const id = saved.value.sessionId
    const mine = await family()
    const bookingId = (await book(mine, id)).value.bookings[0].id
    const closing = { siteId: SITE, date: '2026-12-01', why: '台风停园', seenBookings: 1 }
    await point.call(DESK, 'addClosure', closing)
    const { booking } = await point.call(mine.openid, 'showBooking', { bookingId })
    expect(booking).toMatchObject({ state: 'cancelled', cancelWhy: '台风停园' })
    const { session } = await shown(id)
    expect(session).toMatchObject({ off: '台风停园', free: 0 })
  })

  it('is not moved once somebody has booked it', async () => {
    const date = '2026-12-02'
    const id = (await save({}, { date })).value.sessionId
    await book(await family(), id)
    const moved = { span: { from: '15:00', to: '15:30' } }
    expect(await save(moved, { date, sessionId: id })).toMatchObject({
      code: 'session_booked',
      detail: { children: 1 },
    })
    const other = { leader: { name: '李阿姨', role: 'volunteer' } }
    expect(await save(other, { date, sessionId: id })).toMatchObject({ ok: true })
    expect((await dayOf(date)).sessions[id].children).toBe(1)
  })
})

describe('At the door', () => {
  it('a child whose adult stays needs no paper of care, and the room says that it is accompanied', async () => {
    const together = { service: 'together', accompanied: true, room: 'hall' }
    const withAdult = await planned('11:00', '11:30', together)
    const mine = await family()
    const [childId] = mine.childIds
    await point.call('o-lin', 'recordHealth', { siteId: SITE, childId, checkUpOn: '2026-01-05' })
    const bookingId = (await book(mine, withAdult)).value.bookings[0].id
    await point.at(TOMORROW, '10:55')
    const { children } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(children.find((each: any) => each.childId === childId)).toMatchObject({
      accompanied: true,
      health: { checkUpUntil: '2026-07-05' },
    })
    const { ticket } = await point.call(mine.openid, 'showBooking', { bookingId })
    const scanned = await point.tryCall('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
    expect(scanned).toMatchObject({ ok: true, value: { state: 'inside' } })
  })
})
