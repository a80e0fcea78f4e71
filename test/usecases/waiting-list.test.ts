import { SITE } from '../../local/seed/site'
import { TODAY, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const LITTLE = '2025-04-20'
let families = 0
const family = (births: readonly string[] = [LITTLE]): Promise<Family> =>
  point.family(`o-waiting-${++families}`, births)

/** Saturdays have one carer for the little ones: five families take the nine-to-eleven of this one. */
async function fullMorning(date: string): Promise<{ families: Family[]; bookingIds: string[] }> {
  const busy = await Promise.all(Array.from({ length: 5 }, () => family()))
  const bookingIds: string[] = []
  for (const each of busy) {
    const booked = await point.book(each, { date, from: '09:00', to: '17:00' })
    bookingIds.push(booked.value.bookings[0].id)
  }
  return { families: busy, bookingIds }
}

interface Wanted {
  readonly from?: string
  readonly to?: string
  readonly minutes?: number
  readonly attempt?: string
}
const wait = (each: Family, date: string, wanted: Wanted = {}) => {
  const { from = '09:00', to = '12:00', minutes = 120 } = wanted
  return point.tryCall(each.openid, 'waitForPlace', {
    siteId: SITE,
    childIds: each.childIds,
    date,
    within: { from, to },
    minutes,
    attempt: wanted.attempt ?? `asking-of-${each.openid}`,
  })
}
const waitsOf = async ({ openid }: Family) =>
  (await point.call(openid, 'enterApp', {})).waits as any[]
const cancel = (each: Family | undefined, bookingId: string | undefined) =>
  point.call(each?.openid ?? '', 'cancelBooking', { bookingId, seenFeeFen: 0 })
const accept = (each: Family, date: string, { id, offer, childIds }: any, seenTotalFen = 2700) =>
  point.tryCall(each.openid, 'bookCare', {
    siteId: SITE,
    childIds,
    date,
    span: offer.span,
    attempt: 'accepting-an-offer',
    waitId: id,
    seenTotalFen,
    accepted: [],
  })
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const tick = () => point.control('timers/scheduled')
const messagesOf = async ({ openid }: Family) =>
  ((await point.call(openid, 'listMessages', {})).messages as any[]).filter(
    ({ template }) => template === 'offer',
  )

describe('Waiting for two hours of a full Saturday morning', () => {
  const date = '2026-11-28'
  let busy: Awaited<ReturnType<typeof fullMorning>>
  let [first, second]: Family[] = []
  beforeAll(async () => {
    await point.at(TODAY, '10:00')
    busy = await fullMorning(date)
    first = await family()
    second = await family()
  })

  it('shows each family how many are before it', async () => {
    expect(await wait(first!, date)).toMatchObject({ ok: true, value: { wait: { ahead: 0 } } })
    await point.at(TODAY, '10:01')
    expect(await wait(second!, date)).toMatchObject({ ok: true, value: { wait: { ahead: 1 } } })
    expect(await waitsOf(second!)).toMatchObject([{ date, minutes: 120, ahead: 1 }])
  })

  it('once a family: the same tap again is the same asking, another one is refused', async () => {
    expect(await wait(first!, date)).toMatchObject({ ok: true, value: { wait: { ahead: 0 } } })
    expect(await wait(first!, date, { attempt: 'another-asking' })).toMatchObject({
      code: 'already_waiting',
    })
  })

  it('a cancelled place is the first family’s hold at once: nobody slips in between', async () => {
    await cancel(busy.families[0], busy.bookingIds[0])
    const [mine] = await waitsOf(first!)
    expect(mine.offer).toEqual({
      span: { from: '09:00', to: '11:00' },
      until: Date.parse(`${TODAY}T10:10:00+08:00`),
    })
    const stranger = await family()
    expect(await point.book(stranger, { date, from: '09:00', to: '11:00' })).toMatchObject({
      code: 'session_full',
    })
    expect(await messagesOf(first!)).toMatchObject([
      { data: { thing1: '孩子0', time2: '2026年11月28日 09:00', time3: '2026年11月25日 10:10' } },
    ])
    expect(await messagesOf(second!)).toEqual([])
    expect((await waitsOf(second!))[0].ahead).toBe(0)
  })

  it('goes to the next family when its ten minutes are over, before or after the timer', async () => {
    await point.at(TODAY, '10:10')
    await tick()
    expect(await waitsOf(first!)).toEqual([])
    const [theirs] = await waitsOf(second!)
    expect(theirs.offer.until).toBe(Date.parse(`${TODAY}T10:20:00+08:00`))
    expect(await messagesOf(second!)).toHaveLength(1)
  })

  it('is taken in one call, once, and from nobody else’s list', async () => {
    await point.at(TODAY, '10:15')
    const [theirs] = await waitsOf(second!)
    expect(await accept(first!, date, { ...theirs, childIds: first!.childIds })).toMatchObject({
      code: 'offer_over',
    })
    const taken = await accept(second!, date, theirs)
    expect(taken).toMatchObject({
      value: { bookings: [{ state: 'booked', span: { from: '09:00', to: '11:00' } }] },
    })
    expect((await accept(second!, date, theirs)).value).toEqual(taken.value)
    expect(await accept(first!, date, { ...theirs, childIds: first!.childIds })).toMatchObject({
      code: 'offer_over',
    })
    expect(await waitsOf(second!)).toEqual([])
    const day = await dayOf(date)
    expect(day.slots['0900'].groups.small).toEqual({ carers: 1, children: 5, load: 35 })
    expect(day.holds).toEqual({})
    expect(day.waits).toEqual({})
  })
})

describe('A gap', () => {
  const date = '2026-12-05'
  let eight: Family | undefined

  it('goes to whom it fits best, and what is left of it to the next', async () => {
    const busy = await fullMorning(date)
    const oneHour = await family()
    eight = await family()
    await wait(oneHour, date, { from: '09:00', to: '17:00', minutes: 60 })
    await wait(eight, date, { from: '09:00', to: '17:00', minutes: 420 })
    await cancel(busy.families[0], busy.bookingIds[0])
    expect((await waitsOf(eight))[0].offer.span).toEqual({ from: '09:00', to: '16:00' })
    expect((await waitsOf(oneHour))[0].offer.span).toEqual({ from: '16:00', to: '17:00' })
  })

  it('that a family leaves goes on in the same update', async () => {
    const next = await family()
    const last = await family()
    await wait(next, date, { from: '09:00', to: '12:00' })
    await point.at(TODAY, '10:01')
    await wait(last, date, { from: '09:00', to: '12:00' })
    const leave = { householdId: eight!.householdId, siteId: SITE, date }
    expect(await point.call(eight!.openid, 'stopWaiting', leave)).toEqual({ left: true })
    expect(await point.call(eight!.openid, 'stopWaiting', leave)).toEqual({ left: false })
    expect((await waitsOf(next))[0].offer.span).toEqual({ from: '09:00', to: '11:00' })
    expect((await waitsOf(last))[0].offer).toBeUndefined()
  })

  it('opened by a booking that lapsed is found by whoever books: those who wait come first', async () => {
    const stranger = await family()
    await point.at(TODAY, '10:12')
    // The hour that was offered at ten has lapsed, no timer has run, and the next family waits for it.
    const refused = await point.book(stranger, { date, from: '09:00', to: '11:00' })
    expect(refused).toMatchObject({ code: 'session_full' })
    await tick()
    const offers = Object.values<any>((await dayOf(date)).waits).filter(({ offer }) => offer)
    expect(offers).toHaveLength(1)
  })
})

it('nobody waits for what is free, and the free hours are named', async () => {
  const mine = await family()
  expect(await wait(mine, '2026-12-01')).toMatchObject({
    code: 'place_free',
    detail: { span: { from: '09:00', to: '11:00' } },
  })
})

it('a family that books within its hours waits no longer', async () => {
  const date = '2026-12-05'
  const mine = await family()
  await wait(mine, date, { from: '09:00', to: '17:00', minutes: 480 })
  expect(await waitsOf(mine)).toMatchObject([{ date }])
  const day = await dayOf(date)
  const free = ['1500', '1530'].every((key) => day.slots[key].groups.small.children < 5)
  expect(free).toBe(true)
  expect(await point.book(mine, { date, from: '15:00', to: '16:00' })).toMatchObject({ ok: true })
  expect(await waitsOf(mine)).toEqual([])
})

it('an offer whose teller died is told by the timer, once', async () => {
  const date = '2026-11-28'
  const mine = await family()
  await wait(mine, date)
  const [busy] = (await point.documents('bookings')).filter(
    (each) => each.date === date && each.state === 'booked',
  )
  const [owner] = (await point.documents('households')).filter(({ id }) => id === busy.householdId)
  const faults = [{ kind: 'drop', action: 'database.insertDocument', collection: 'messages' }]
  await point.control('faults', { faults })
  await point.tryCall(owner.guardians[0].openid, 'cancelBooking', {
    bookingId: busy.id,
    seenFeeFen: 0,
  })
  await point.control('faults', { faults: [] })
  expect((await waitsOf(mine))[0].offer).toBeDefined()
  expect(await messagesOf(mine)).toEqual([])
  await tick()
  await tick()
  expect(await messagesOf(mine)).toHaveLength(1)
})

it('erasing a family takes it off the list, and what was kept for it goes on', async () => {
  const date = '2026-11-28'
  const [offered] = Object.values<any>((await dayOf(date)).waits).filter(({ offer }) => offer)
  const next = await family()
  await wait(next, date)
  const [household] = (await point.documents('households')).filter(
    ({ id }) => id === offered.householdId,
  )
  await point.call(household.guardians[0].openid, 'eraseMe', {})
  expect(JSON.stringify(await dayOf(date))).not.toContain(offered.id)
  expect((await waitsOf(next))[0].offer).toBeDefined()
})

it('nobody sees or leaves another family’s list', async () => {
  const [mine, theirs] = [await family(), await family()]
  const leave = { householdId: theirs.householdId, siteId: SITE, date: '2026-11-28' }
  expect(await point.tryCall(mine.openid, 'stopWaiting', leave)).toMatchObject({
    code: 'not_found',
  })
  const shown = await point.call('o-visitor', 'showWeek', { siteId: SITE })
  expect(JSON.stringify(shown)).not.toMatch(/waits|holds|household/)
})
