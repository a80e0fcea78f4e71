import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

let families = 0
const family = (births = ['2024-10-20']): Promise<Family> =>
  point.family(`o-absent-${++families}`, births)
const tick = () => point.control('timers/scheduled')
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const shown = ({ openid, householdId }: Family) =>
  point.call(openid, 'showAbsences', { householdId })
const told = async ({ openid }: Family) =>
  ((await point.call(openid, 'listMessages', {})).messages as any[]).filter(
    ({ template }) => template === 'change',
  )
const booked = async (each: Family, date: string, from = '09:00', to = '11:00') => {
  const reply = await point.book(each, { date, from, to })
  expect(reply).toMatchObject({ ok: true })
  return reply.value.bookings.map(({ id }: any) => id as string)
}

describe('A child that does not come', () => {
  let mine: Family
  let id: string
  beforeAll(async () => {
    await point.at(TODAY, '10:00')
    mine = await family()
    ;[id] = await booked(mine, TOMORROW)
  })

  it('is waited for half an hour', async () => {
    await point.at(TOMORROW, '09:29')
    await tick()
    expect((await dayOf(TOMORROW)).slots['1000'].children).toBe(1)
  })

  it('then gives the rest of its time back, at the price of a late cancellation', async () => {
    await point.at(TOMORROW, '09:30')
    await tick()
    const day = await dayOf(TOMORROW)
    expect(day.slots['1000']).toMatchObject({ children: 0, groups: { big: { load: 0 } } })
    expect(day.reservations[id]).toMatchObject({ state: 'missed', cancelFen: 500 })
    const { bookings } = await point.call(mine.openid, 'listBookings', {
      householdId: mine.householdId,
    })
    expect(bookings).toMatchObject([{ state: 'missed', cancelFen: 500 }])
    expect(await told(mine)).toMatchObject([
      { data: { thing3: '超过 30 分钟没到，位置已让出', thing4: '近 30 天第 1 次，满 3 次停约' } },
    ])
    expect(await shown(mine)).toMatchObject({ absences: [{ date: TOMORROW, counts: true }] })
  })

  it('is marked, told and counted once, however often the timer runs', async () => {
    await point.at(TOMORROW, '09:45')
    await tick()
    expect(await told(mine)).toHaveLength(1)
    expect((await shown(mine)).absences).toHaveLength(1)
  })

  it('comes too late for its ticket, and hears what to do', async () => {
    await point.at(TODAY, '11:00')
    const late = await family()
    const [lateId] = await booked(late, TOMORROW, '14:00', '16:00')
    const { ticket } = await point.call(late.openid, 'showBooking', { bookingId: lateId })
    await point.at(TOMORROW, '14:30')
    await tick()
    const scan = { siteId: SITE, ticket, act: 'in' }
    expect(await point.tryCall('o-chen', 'scanTicket', scan)).toMatchObject({
      code: 'place_given_up',
      detail: { since: '14:30' },
    })
  })
})

it('a child that is let in at the last moment is here, whatever the timer does', async () => {
  const mine = await family()
  const [id] = await booked(mine, TOMORROW, '15:00', '17:00')
  const { ticket } = await point.call(mine.openid, 'showBooking', { bookingId: id })
  await point.at(TOMORROW, '15:30')
  const scan = { siteId: SITE, ticket, act: 'in' }
  const [scanned] = await Promise.all([point.tryCall('o-chen', 'scanTicket', scan), tick()])
  const { state } = (await dayOf(TOMORROW)).reservations[id]
  expect(state).toBe(scanned.ok ? 'inside' : 'missed')
  expect((await shown(mine)).absences).toHaveLength(scanned.ok ? 0 : 1)
})

it('the place goes to whoever waits for the rest of the time, in the same update', async () => {
  const date = '2026-11-28'
  const births = ['2025-04-20']
  const busy = await Promise.all(Array.from({ length: 5 }, () => family(births)))
  for (const each of busy) await booked(each, date, '09:00', '16:00')
  const waiting = await family(births)
  const asked = {
    siteId: SITE,
    childIds: waiting.childIds,
    date,
    within: { from: '09:00', to: '14:00' },
    minutes: 120,
    attempt: 'waits-for-the-rest',
  }
  expect(await point.tryCall(waiting.openid, 'waitForPlace', asked)).toMatchObject({ ok: true })
  await point.at(date, '09:30')
  await tick()
  const { reservations } = await dayOf(date)
  const states = Object.values<any>(reservations).map(({ state }) => state)
  expect(states.filter((state) => state === 'missed')).toHaveLength(5)
  const { waits } = await point.call(waiting.openid, 'enterApp', {})
  expect(waits).toMatchObject([{ offer: { span: { from: '10:00', to: '12:00' } } }])
})

it('a timer that dies between the day and the family makes it good with the next tick', async () => {
  const mine = await family()
  await booked(mine, TOMORROW, '11:00', '12:00')
  await point.at(TOMORROW, '11:30')
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'households' }]
  await point.control('faults', { faults })
  await tick()
  await point.control('faults', { faults: [] })
  expect((await shown(mine)).absences).toEqual([])
  await tick()
  expect((await shown(mine)).absences).toHaveLength(1)
  expect(await told(mine)).toHaveLength(1)
})

it('a timer that was down over midnight still marks yesterday’s', async () => {
  const mine = await family()
  await booked(mine, '2026-12-02', '16:00', '18:00')
  await point.at('2026-12-03', '06:00')
  await tick()
  expect(await shown(mine)).toMatchObject({ absences: [{ date: '2026-12-02' }] })
})

describe('Three days on which nobody came', () => {
  let mine: Family
  const dates = ['2026-11-30', '2026-12-01', '2026-12-03']
  beforeAll(async () => {
    await point.at(TODAY, '10:00')
    mine = await family(['2024-10-20', '2024-10-20'])
    for (const date of dates) await booked(mine, date, '14:00', '15:00')
    for (const date of dates) {
      await point.at(date, '14:30')
      await tick()
    }
  })
  beforeEach(() => point.at('2026-12-03', '15:00'))

  it('count once a day, siblings together, and stop new bookings for a week', async () => {
    expect(await shown(mine)).toMatchObject({
      absences: [{ date: '2026-12-03' }, { date: '2026-12-01' }, { date: '2026-11-30' }],
      limitedUntil: '2026-12-10',
    })
    expect(
      await point.book(mine, { date: '2026-12-08', from: '09:00', to: '10:00' }),
    ).toMatchObject({ code: 'limited_by_absences', detail: { until: '2026-12-10' } })
    expect((await told(mine))[0].data.thing4).toBe('已满 3 次，停约 7 天，可申诉')
  })

  it('may be appealed; staff take one back, and the family books again', async () => {
    const { openid, householdId } = mine
    const appeal = { householdId, date: '2026-12-01', reason: 'ill' }
    const after = await point.call(openid, 'appealAbsence', appeal)
    expect(after.absences[1]).toMatchObject({ mayAppeal: false, appeal: { reason: 'ill' } })
    const { appeals } = await point.call('o-manager', 'listAppeals', { siteId: SITE })
    expect(appeals).toMatchObject([
      { householdId, date: '2026-12-01', reason: 'ill', children: ['孩子0', '孩子1'], counted: 3 },
    ])
    const lift = { siteId: SITE, householdId, date: '2026-12-01', lifted: true }
    const due = async () => {
      const month = { householdId, month: '2026-12' }
      return (await point.call(openid, 'showStatement', month)).totals.dueFen
    }
    // Two days, two children.
    expect(await due()).toBe(4 * 500)
    expect(await point.call('o-manager', 'answerAppeal', lift)).toEqual({ answered: true })
    expect(await due()).toBe(2 * 500)
    expect(await point.call('o-manager', 'answerAppeal', lift)).toEqual({ answered: false })
    expect(await due()).toBe(2 * 500)
    const { messages } = await point.call(openid, 'listMessages', {})
    expect(messages.filter(({ data }: any) => data.thing1 === '申诉有答复了')).toMatchObject([
      { data: { thing2: '12月1日不算爽约，费用也免了' } },
    ])
    expect(await point.call('o-chen', 'answerAppeal', { ...lift, lifted: false })).toEqual({
      answered: false,
    })
    expect((await shown(mine)).limitedUntil).toBeUndefined()
    expect(
      await point.book(mine, { date: '2026-12-08', from: '09:00', to: '10:00' }),
    ).toMatchObject({ ok: true })
    expect(await point.tryCall(openid, 'appealAbsence', appeal)).toMatchObject({
      code: 'not_counted',
    })
  })

  it('are nobody else’s business', async () => {
    const stranger = await family()
    const { householdId } = mine
    const date = '2026-12-03'
    const calls = [
      ['showAbsences', { householdId }],
      ['appealAbsence', { householdId, date, reason: 'urgent' }],
    ] as const
    for (const [useCase, input] of calls)
      expect(await point.tryCall(stranger.openid, useCase, input)).toMatchObject({
        code: 'not_found',
      })
    const lift = { siteId: SITE, householdId, date, lifted: true }
    for (const openid of [mine.openid, 'o-lin', 'o-community'])
      expect(await point.tryCall(openid, 'answerAppeal', lift)).toMatchObject({ code: 'forbidden' })
    expect(await point.tryCall('o-manager', 'answerAppeal', lift)).toMatchObject({
      code: 'not_found',
    })
  })
})
