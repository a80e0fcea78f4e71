import { SITE } from '../../local/seed/site'
import { TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterAll(() => point.close())

const TWO = '2024-10-20'
const OTHER_DAY = '2026-11-27'
let families = 0
const family = (papers = true, births = [TWO]): Promise<Family> =>
  point.family(`o-attempt-${++families}`, births, papers)
const truth = async ({ householdId }: Family): Promise<[string, any][]> =>
  (await point.documents('days'))
    .flatMap(({ reservations }) => Object.entries<any>(reservations))
    .filter(([, each]) => each.householdId === householdId)
const copies = async ({ householdId }: Family): Promise<any[]> =>
  (await point.documents('bookings')).filter((each) => each.householdId === householdId)
const childrenAt = async (slot: string): Promise<number> =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${OTHER_DAY}`).slots[slot]
    .children
const cancel = async ({ openid }: Family, bookingId: string) =>
  point.call(openid, 'cancelBooking', { bookingId, seenFeeFen: 0 })

describe('An attempt with another ask under the same attempt id', () => {
  it('on another day is a booking of its own, which the family sees', async () => {
    const guardian = await family()
    const ask = { from: '09:00', to: '11:00', attempt: 'two-days-one-id' }
    await point.book(guardian, ask)
    await point.book(guardian, { ...ask, date: OTHER_DAY })
    const seen = await copies(guardian)
    expect(new Set(seen.map(({ id }) => id))).toEqual(
      new Set((await truth(guardian)).map(([id]) => id)),
    )
    expect(new Set(seen.map(({ date }) => date))).toEqual(new Set([TOMORROW, OTHER_DAY]))
  })

  it('does not lift a family above its one booking before papers are seen', async () => {
    const guardian = await family(false)
    const ask = { from: '09:00', to: '11:00', attempt: 'trial-many-days' }
    expect(await point.book(guardian, ask)).toMatchObject({ ok: true })
    for (const more of [{ date: OTHER_DAY }, { from: '14:00', to: '16:00' }])
      expect(await point.book(guardian, { ...ask, ...more })).toMatchObject({
        code: 'papers_first',
      })
    expect(await truth(guardian)).toHaveLength(1)
  })

  it('with a sibling added after a cancellation is decided, not busy for ever', async () => {
    const guardian = await family(true, [TWO, '2024-05-01'])
    const [first] = guardian.childIds
    const ask = { from: '14:00', to: '16:00', attempt: 'sibling-later' }
    const booked = await point.book(guardian, { ...ask, childIds: [first as string] })
    await cancel(guardian, booked.value.bookings[0].id)
    const both = await point.book(guardian, ask)
    expect(both).toMatchObject({ ok: true, value: { bookings: [{}, {}] } })
  })

  it('with the siblings named in another order is the same attempt', async () => {
    const guardian = await family(true, [TWO, '2024-05-01'])
    const ask = { from: '09:00', to: '10:00', attempt: 'siblings-turned' }
    const { value } = await point.book(guardian, ask)
    const seenTotalFen = value.bookings.reduce((sum: number, b: any) => sum + b.quote.totalFen, 0)
    const childIds = guardian.childIds.toReversed()
    const again = await point.book(guardian, { ...ask, childIds, seenTotalFen })
    expect(again).toMatchObject({ ok: true })
    expect(await truth(guardian)).toHaveLength(2)
  })
})

describe('Before papers are seen', () => {
  it('a family that cancels may book another time at once', async () => {
    const guardian = await family(false)
    const booked = await point.book(guardian, { from: '09:00', to: '11:00' })
    await cancel(guardian, booked.value.bookings[0].id)
    expect(await point.book(guardian, { from: '14:00', to: '16:00' })).toMatchObject({ ok: true })
  })
})

describe('The day planned anew between deciding and taking', () => {
  const date = '2026-12-04'
  /** While the booking waits on its way to the day, the plan becomes another. */
  const bookWhilePlanned = async (
    { openid, childIds }: Family,
    span: object,
    plan: (day: any) => object,
  ) => {
    const ask = { siteId: SITE, childIds, date, span, accepted: [], seenTotalFen: 1500 }
    const action = 'database.modifyDocument'
    await point.control('faults', { faults: [{ kind: 'hold', action, collection: 'days' }] })
    const booking = point.tryCall(openid, 'bookCare', { ...ask, attempt: 'planned-anew' })
    await point.held()
    const day = (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
    const documents = [{ ...day, planVersion: day.planVersion + 1, ...plan(day) }]
    await point.control('documents', { collection: 'days', documents })
    await point.control('faults', { faults: [] })
    return booking
  }
  const without = (slots: any, key: string) => {
    const groups = { ...slots[key].groups, big: { carers: 0, children: 0, load: 0 } }
    return { slots: { ...slots, [key]: { ...slots[key], groups } } }
  }

  it('a carer who fell ill: decided anew, and another time is free to take at once', async () => {
    const guardian = await family(false)
    const reply = await bookWhilePlanned(guardian, { from: '09:00', to: '10:00' }, ({ slots }) =>
      without(slots, '0930'),
    )
    expect(reply).toMatchObject({ code: 'session_full', detail: { at: '09:30', limit: 'carers' } })
    expect(await point.book(guardian, { date, from: '14:00', to: '15:00' })).toMatchObject({
      ok: true,
    })
  })

  it('another tariff: the new bill is shown, and the trial is not used up', async () => {
    const tariff = (await point.documents('tariffs'))[0]
    const dearer = { ...tariff, _id: `${SITE}_dearer`, version: 'dearer', hourFen: 2000 }
    await point.control('documents', { collection: 'tariffs', documents: [dearer] })
    const guardian = await family(false)
    const reply = await bookWhilePlanned(guardian, { from: '10:00', to: '11:00' }, () => ({
      tariffVersion: 'dearer',
    }))
    expect(reply).toMatchObject({ code: 'price_changed', detail: { totalFen: 2000 } })
    expect(await truth(guardian)).toEqual([])
    const other = await point.book(guardian, { date, from: '15:00', to: '16:00' })
    expect(other.value.bookings).toMatchObject([{ quote: { tariffVersion: 'dearer' } }])
  })
})

describe('What a tap allowed', () => {
  it('counts once, however often its reply is lost', async () => {
    const guardian = await family()
    const ask = { from: '15:00', to: '16:00', attempt: 'credits-once', seenTotalFen: 1350 }
    const accepted = ['reminder', 'notice']
    for (let i = 0; i < 3; i++)
      expect(await point.book(guardian, { ...ask, accepted })).toMatchObject({ ok: true })
    const people = await point.documents('people')
    const { credits } = people.find(({ _id }) => _id === guardian.openid)
    expect(credits).toEqual({ reminder: 1, notice: 1 })
  })
})

describe('The function killed at each step of a booking', () => {
  const steps = [
    ['claiming the trial', 'database.modifyDocument', 'households'],
    ['taking the places', 'database.modifyDocument', 'days'],
    ['writing the copy', 'database.insertDocument', 'bookings'],
    ['telling the family', 'database.insertDocument', 'messages'],
  ] as const

  it.each(steps)('%s: the retry ends in one booking and one message', async (_step, ...where) => {
    const [action, collection] = where
    const guardian = await family(false)
    const before = await childrenAt('1000')
    const ask = {
      siteId: SITE,
      childIds: guardian.childIds,
      date: OTHER_DAY,
      span: { from: '10:00', to: '12:00' },
      attempt: 'killed-at-a-step',
      seenTotalFen: 3000,
      accepted: ['booked'],
    }
    await point.control('faults', { faults: [{ kind: 'hold', action, collection }] })
    const dying = point.tryCall(guardian.openid, 'bookCare', ask).catch((error) => String(error))
    await point.held()
    await point.control('functions/api/kill')
    expect(await dying).toMatch(/-504002|EXECUTE/)
    await point.control('faults', { faults: [] })

    const retried = await point.tryCall(guardian.openid, 'bookCare', ask)
    expect(retried.code).toBeUndefined()
    expect(retried).toMatchObject({ value: { bookings: [{ state: 'booked' }] } })
    expect(await truth(guardian)).toHaveLength(1)
    expect(await copies(guardian)).toHaveLength(1)
    const { messages } = await point.call(guardian.openid, 'listMessages', {})
    expect(messages).toHaveLength(1)
    await cancel(guardian, retried.value.bookings[0].id)
    expect(await childrenAt('1000')).toBe(before)
  })
})
