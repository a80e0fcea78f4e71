import { SITE } from '../../local/seed/site'
import { TODAY, openPoint, registration, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

/** Saturday has one carer for the little ones: five places. */
const SATURDAY = '2026-11-28'
const LITTLE = '2025-04-20'
let families = 0
const family = (): Promise<Family> => point.family(`o-holding-${++families}`, [LITTLE])

interface Wanted {
  readonly from: string
  readonly to?: string
  readonly attempt?: string
  readonly openid?: string
  readonly date?: string
}
const askOf = (each: Family, { from, to = '11:00', attempt, date = SATURDAY }: Wanted) => ({
  siteId: SITE,
  childIds: each.childIds,
  date,
  span: { from, to },
  attempt: attempt ?? `page-of-${each.openid}`,
})
const hold = (each: Family, wanted: Wanted) =>
  point.tryCall(wanted.openid ?? each.openid, 'holdCare', askOf(each, wanted))
const book = (each: Family, wanted: Wanted) =>
  point.tryCall(wanted.openid ?? each.openid, 'bookCare', {
    ...askOf(each, wanted),
    seenTotalFen: 2700,
    accepted: [],
  })
const release = (each: Family, attempt: string, openid = each.openid) =>
  point.call(openid, 'releaseHold', { householdId: each.householdId, attempt })
const dayOf = async (date = SATURDAY) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const childrenAt = async (key: string, date = SATURDAY): Promise<number> =>
  (await dayOf(date)).slots[key].groups.small.children

describe('Opening the bill', () => {
  it('keeps the places for five minutes, and says until when', async () => {
    const mine = await family()
    const held = await hold(mine, { from: '09:00' })
    expect(held).toMatchObject({
      ok: true,
      value: { totalFen: 2700, until: Date.parse(`${TODAY}T10:05:00+08:00`) },
    })
    expect(await childrenAt('0900')).toBe(1)
    expect(await point.documents('bookings')).toEqual([])
    const { next } = await point.call(mine.openid, 'enterApp', {})
    expect(next).toEqual([])
  })

  it('is booked in one conditional update: four requests, and no second place', async () => {
    const mine = await family()
    await hold(mine, { from: '09:00' })
    const before = await childrenAt('0900')
    await point.control('requests')
    const booked = await book(mine, { from: '09:00' })
    expect(booked).toMatchObject({
      value: { bookings: [{ state: 'booked', quote: { totalFen: 2700 } }] },
    })
    const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
    const used = requests.filter(({ useCase }: any) => useCase === 'bookCare')
    expect(used.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(4)
    expect(await childrenAt('0900')).toBe(before)
    expect((await dayOf()).holds).not.toHaveProperty([booked.value.bookings[0].id])
  })

  it('again, after a lost reply, is the same hold and no longer one', async () => {
    const mine = await family()
    const first = await hold(mine, { from: '14:00', to: '16:00' })
    await point.at(TODAY, '10:03')
    const again = await hold(mine, { from: '14:00', to: '16:00' })
    expect(again.value.until).toBe(first.value.until)
    expect(await childrenAt('1400')).toBe(1)
    await release(mine, `page-of-${mine.openid}`)
    expect(await childrenAt('1400')).toBe(0)
  })
})

describe('Leaving the bill', () => {
  it('frees the places and leaves nothing behind', async () => {
    const mine = await family()
    const before = await dayOf()
    await hold(mine, { from: '14:00', to: '16:00' })
    await release(mine, `page-of-${mine.openid}`)
    const after = await dayOf()
    expect({ ...after, touchedAt: 0, kids: 0 }).toEqual({ ...before, touchedAt: 0, kids: 0 })
  })

  it('late, or twice, lets go of nothing newer', async () => {
    const mine = await family()
    await hold(mine, { from: '14:00', to: '16:00', attempt: 'older-page' })
    await hold(mine, { from: '15:00', to: '17:00', attempt: 'newer-page' })
    expect(await childrenAt('1400')).toBe(0)
    expect(await release(mine, 'older-page')).toEqual({ released: false })
    expect(await childrenAt('1600')).toBe(1)
    expect(await release(mine, 'newer-page')).toEqual({ released: true })
    expect(await release(mine, 'newer-page')).toEqual({ released: false })
    expect(await childrenAt('1600')).toBe(0)
  })

  it('leaves what was booked alone', async () => {
    const mine = await family()
    await hold(mine, { from: '14:00', to: '16:00' })
    await book(mine, { from: '14:00', to: '16:00' })
    await release(mine, `page-of-${mine.openid}`)
    expect(await childrenAt('1400')).toBe(1)
  })
})

describe('One hold a family', () => {
  it('looking at another day lets the first go', async () => {
    const mine = await family()
    const monday = '2026-11-30'
    await hold(mine, { from: '14:00', to: '16:00', attempt: 'first-look' })
    const before = await childrenAt('1400')
    await hold(mine, { from: '14:00', to: '16:00', attempt: 'second-look', date: monday })
    expect(await childrenAt('1400')).toBe(before - 1)
    expect(await childrenAt('1400', monday)).toBe(1)
  })

  it('another guardian hears until when, and may hold once that is booked', async () => {
    const mine = await family()
    await point.call('o-second-guardian', 'registerGuardian', registration())
    const [stored] = (await point.documents('households')).filter(
      ({ id }) => id === mine.householdId,
    )
    const second = { ...stored.guardians[0], openid: 'o-second-guardian' }
    const guardians = [...stored.guardians, second]
    const documents = [{ ...stored, guardians }]
    await point.control('documents', { collection: 'households', documents })
    await hold(mine, { from: '09:00' })
    const theirs = {
      from: '14:00',
      to: '16:00',
      openid: 'o-second-guardian',
      attempt: 'their-page',
    }
    expect(await hold(mine, theirs)).toMatchObject({
      code: 'held_elsewhere',
      detail: { until: Date.parse(`${TODAY}T10:05:00+08:00`) },
    })
    expect(await book(mine, { from: '09:00' })).toMatchObject({ ok: true })
    expect(await hold(mine, theirs)).toMatchObject({ ok: true })
  })

  it('asked for from two phones at once stays one', async () => {
    const mine = await family()
    const replies = await Promise.all([
      hold(mine, { from: '12:00', to: '13:00', attempt: 'phone-one' }),
      hold(mine, { from: '13:00', to: '14:00', attempt: 'phone-two' }),
    ])
    expect(replies.some(({ ok }) => ok)).toBe(true)
    const [stored] = (await point.documents('households')).filter(
      ({ id }) => id === mine.householdId,
    )
    await release(mine, stored.hold.attempt)
    await point.at(TODAY, '10:06')
    await point.control('timers/scheduled')
    const { reservations } = await dayOf()
    expect(
      Object.values<any>(reservations).filter(
        ({ householdId }) => householdId === mine.householdId,
      ),
    ).toEqual([])
  })
})

describe('An expired hold', () => {
  const SPAN = { from: '09:00', to: '10:00', date: '2026-12-05' }

  it('keeps nobody out, before any timer has run, and is not booked by its own family on top', async () => {
    const holders = await Promise.all(Array.from({ length: 5 }, family))
    for (const each of holders) expect(await hold(each, SPAN)).toMatchObject({ ok: true })
    const late = await family()
    const ask = { ...askOf(late, SPAN), seenTotalFen: 1350, accepted: [] }
    expect(await point.tryCall(late.openid, 'bookCare', ask)).toMatchObject({
      code: 'session_full',
    })
    await point.at(TODAY, '10:05')
    const others = await Promise.all(Array.from({ length: 7 }, family))
    const replies = await Promise.all(
      others.map((each) =>
        point.tryCall(each.openid, 'bookCare', {
          ...askOf(each, SPAN),
          seenTotalFen: 1350,
          accepted: [],
        }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await childrenAt('0900', SPAN.date)).toBe(5)
    const [first] = holders
    const own = { ...askOf(first!, SPAN), seenTotalFen: 1350, accepted: [] }
    expect(await point.tryCall(first!.openid, 'bookCare', own)).toMatchObject({
      code: 'session_full',
    })
  })

  it('is still booked by its own family where nobody has taken the place', async () => {
    const mine = await family()
    const monday = { from: '09:00', to: '11:00', date: '2026-11-30' }
    await hold(mine, monday)
    await point.at(TODAY, '10:20')
    expect(await book(mine, monday)).toMatchObject({ value: { bookings: [{ state: 'booked' }] } })
  })

  it('is let go by the timer', async () => {
    const mine = await family()
    const monday = { from: '12:00', to: '13:00', date: '2026-11-30' }
    await hold(mine, monday)
    const before = await childrenAt('1200', monday.date)
    await point.at(TODAY, '10:05')
    await point.control('timers/scheduled')
    expect(await childrenAt('1200', monday.date)).toBe(before - 1)
    expect((await dayOf(monday.date)).holds ?? {}).toEqual({})
  })
})

describe('A hold that dies on the way', () => {
  it.each([
    ['the claim', 'households'],
    ['the places', 'days'],
  ])('at %s: the retry holds once', async (_step, collection) => {
    const mine = await family()
    const before = await childrenAt('1600')
    const faults = [{ kind: 'dropAfter', action: 'database.modifyDocument', collection }]
    await point.control('faults', { faults })
    const lost = await hold(mine, { from: '16:00', to: '17:00' })
    expect(lost).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    expect(await hold(mine, { from: '16:00', to: '17:00' })).toMatchObject({ ok: true })
    expect(await childrenAt('1600')).toBe(before + 1)
    await release(mine, `page-of-${mine.openid}`)
    expect(await childrenAt('1600')).toBe(before)
  })
})

it('nobody holds for another family’s child, or lets go of its hold', async () => {
  const [mine, theirs] = [await family(), await family()]
  await hold(theirs, { from: '11:00', to: '12:00' })
  expect(await hold(theirs, { from: '11:00', openid: mine.openid })).toMatchObject({
    code: 'not_found',
  })
  const input = { householdId: theirs.householdId, attempt: `page-of-${theirs.openid}` }
  expect(await point.tryCall(mine.openid, 'releaseHold', input)).toMatchObject({
    code: 'not_found',
  })
})
