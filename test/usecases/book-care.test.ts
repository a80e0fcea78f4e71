import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterAll(() => point.close())

/** Two years and a bit: 托大班. */
const TWO = '2024-10-20'
/** Nineteen months: 托小班, where at most two carers take five children each. */
const NINETEEN_MONTHS = '2025-04-20'

let families = 0
const family = (birth = TWO, papers = true): Promise<Family> =>
  point.family(`o-guardian-${++families}`, [birth], papers)

const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)

describe('Booking two hours', () => {
  it('takes the place, keeps the bill, and puts the confirmation into the inbox', async () => {
    const guardian = await family()
    const ask = { from: '09:00', to: '11:00', accepted: ['booked'] }
    const booked = await point.book(guardian, ask)
    expect(booked.value.bookings).toMatchObject([
      {
        date: TOMORROW,
        span: { from: '09:00', to: '11:00' },
        groupId: 'big',
        state: 'booked',
        quote: {
          tariffVersion: '2026-09',
          lines: [
            { why: 'hours', minutes: 120, hourFen: 1500, fen: 3000 },
            { why: 'resident', percent: 10, fen: -300 },
          ],
          totalFen: 2700,
          marketFen: 12000,
        },
      },
    ])
    const { messages } = await point.call(guardian.openid, 'listMessages', {})
    expect(messages).toMatchObject([{ template: 'booked', data: { thing1: '孩子0' } }])
  })

  it('counts the child in each of the four half hours and in no other', async () => {
    const before = await dayOf('2026-12-01')
    const guardian = await family()
    await point.book(guardian, { date: '2026-12-01', from: '14:00', to: '16:00' })
    const after = await dayOf('2026-12-01')
    const grown = Object.keys(after.slots).filter(
      (key) => after.slots[key].groups.big.load === before.slots[key].groups.big.load + 5,
    )
    expect(grown.sort()).toEqual(['1400', '1430', '1500', '1530'])
  })

  it('sends the message through WeChat when the guardian allowed it in the tap', async () => {
    const guardian = await family()
    await point.post('/cloud/consent', guardian.openid, { templateIds: ['tmpl-booked-0001'] })
    await point.book(guardian, { from: '09:00', to: '11:00', accepted: ['booked'] })
    const response = await fetch(`${point.url}/__local/messages`)
    const { messages } = (await response.json()) as { messages: any[] }
    const mine = messages.filter(({ openid }) => openid === guardian.openid)
    expect(mine).toMatchObject([
      {
        templateId: 'tmpl-booked-0001',
        page: expect.stringContaining('pages/booking-show/booking-show?id='),
        data: { time3: { value: '2026年11月26日 09:00' }, amount4: { value: '¥27.00' } },
      },
    ])
    const stored = (await point.documents('messages')).filter(
      ({ openid }) => openid === guardian.openid,
    )
    expect(stored).toMatchObject([{ state: 'sent' }])
  })

  it('costs four database requests, siblings too, and writes no message that nobody allowed', async () => {
    const guardian = await point.family('o-counted', [TWO, TWO])
    const ask = { siteId: SITE, childIds: guardian.childIds, date: TOMORROW }
    await point.control('requests')
    await point.call(guardian.openid, 'bookCare', {
      ...ask,
      span: { from: '09:00', to: '11:00' },
      attempt: 'counted-attempt',
      seenTotalFen: 4860,
      accepted: [],
    })
    const response = await fetch(`${point.url}/__local/requests`)
    const { requests } = (await response.json()) as { requests: any[] }
    const mine = requests.filter(({ useCase }) => useCase === 'bookCare')
    expect(mine.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    const { messages } = await point.call(guardian.openid, 'listMessages', {})
    expect(messages).toEqual([])
  })

  it('books siblings together, the second with its discount, or none of them', async () => {
    const both = await point.family('o-two-children', [TWO, NINETEEN_MONTHS])
    const booked = await point.book(both, { date: '2026-12-02', from: '09:00', to: '11:00' })
    expect(booked.value.bookings.map(({ groupId }: any) => groupId)).toEqual(['big', 'small'])
    expect(booked.value.bookings.map(({ quote }: any) => quote.totalFen)).toEqual([2700, 2160])

    for (let i = 0; i < 10; i++)
      await point.book(await family(NINETEEN_MONTHS), {
        date: '2026-12-03',
        from: '09:00',
        to: '10:00',
      })
    const refused = await point.book(both, { date: '2026-12-03', from: '09:00', to: '10:00' })
    expect(refused).toMatchObject({ ok: false, code: 'session_full' })
    const day = await dayOf('2026-12-03')
    expect(day.slots['0900'].groups.big.children).toBe(0)
  })
})

describe('The last place', () => {
  it('goes to exactly as many as there are places, and the others are told what is near', async () => {
    // Saturday has one carer for the little ones: five places.
    const guardians = await Promise.all(Array.from({ length: 12 }, () => family(NINETEEN_MONTHS)))
    const replies = await Promise.all(
      guardians.map((each) =>
        point.book(each, { date: '2026-11-28', from: '09:00', to: '11:00', seenTotalFen: 2700 }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(5)
    const refused = replies.filter(({ ok }) => !ok)
    expect(refused).toHaveLength(7)
    for (const reply of refused)
      expect(reply).toMatchObject({
        code: 'session_full',
        detail: { at: '09:00', limit: 'carers', nearest: [{ from: '11:00', to: '13:00' }, {}, {}] },
      })
    const day = await dayOf('2026-11-28')
    expect(day.slots['0900'].groups.small).toEqual({ carers: 1, children: 5, load: 35 })
    const bookings = await point.documents('bookings')
    expect(bookings.filter(({ date }) => date === '2026-11-28')).toHaveLength(5)
  })
})

describe('The same tap twice', () => {
  it('is one booking with the same answer', async () => {
    const guardian = await family()
    const ask = {
      from: '14:00',
      to: '16:00',
      attempt: 'twice-the-same',
      accepted: ['booked'],
    }
    const [first, second] = await Promise.all([
      point.book(guardian, ask),
      point.book(guardian, { ...ask, seenTotalFen: 2700 }),
    ])
    expect(first?.value).toEqual(second?.value)
    const again = await point.book(guardian, { ...ask, seenTotalFen: 2700 })
    expect(again.value).toEqual(first?.value)
    const mine = (await point.documents('bookings')).filter(
      ({ householdId }) => householdId === guardian.householdId,
    )
    expect(mine).toHaveLength(1)
    const { messages } = await point.call(guardian.openid, 'listMessages', {})
    expect(messages).toHaveLength(1)
  })

  it('does not come back to life after a cancellation', async () => {
    const guardian = await family()
    const ask = { from: '14:00', to: '16:00', attempt: 'late-retry', seenTotalFen: 2700 }
    const booked = await point.book(guardian, ask)
    const bookingId = booked.value.bookings[0].id
    await point.call(guardian.openid, 'cancelBooking', { bookingId, seenFeeFen: 0 })
    const retried = await point.book(guardian, ask)
    expect(retried.value.bookings).toMatchObject([{ id: bookingId, state: 'cancelled' }])
    const day = await dayOf(TOMORROW)
    expect(day.kids[guardian.childIds[0] as string]).toEqual({})
  })

  it('booking again after a cancellation is a new attempt', async () => {
    const guardian = await family()
    const ask = { from: '14:00', to: '16:00' }
    const booked = await point.book(guardian, ask)
    const bookingId = booked.value.bookings[0].id
    await point.call(guardian.openid, 'cancelBooking', { bookingId, seenFeeFen: 0 })
    expect(await point.book(guardian, ask)).toMatchObject({ ok: true })
  })

  it('a reply lost on the way is made good by the retry', async () => {
    const guardian = await family()
    const ask = { from: '14:00', to: '16:00', attempt: 'lost-reply', seenTotalFen: 2700 }
    await point.control('faults', {
      faults: [{ kind: 'dropAfter', action: 'database.modifyDocument', collection: 'days' }],
    })
    const lost = await point.book(guardian, ask)
    await point.control('faults', { faults: [] })
    const retried = await point.book(guardian, ask)
    expect(retried).toMatchObject({ ok: true, value: { bookings: [{ state: 'booked' }] } })
    expect(lost).toMatchObject({ ok: false, code: 'busy' })
    const day = await dayOf(TOMORROW)
    const mine = Object.values(day.reservations).filter(
      (each: any) => each.householdId === guardian.householdId,
    )
    expect(mine).toHaveLength(1)
  })
})

describe('One child', () => {
  it('gets one of two overlapping spans asked from two phones at once', async () => {
    const guardian = await family()
    const replies = await Promise.all([
      point.book(guardian, { from: '14:00', to: '16:00' }),
      point.book(guardian, { from: '15:00', to: '17:00' }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'child_already_booked' })
  })
})

describe('A family whose papers nobody has seen', () => {
  it('pays the standard price and holds one booking, even from two phones at once', async () => {
    const guardian = await family(TWO, false)
    const replies = await Promise.all([
      point.book(guardian, { from: '09:00', to: '11:00' }),
      point.book(guardian, { from: '14:00', to: '16:00' }),
    ])
    const booked = replies.filter(({ ok }) => ok)
    expect(booked).toHaveLength(1)
    expect(booked[0]?.value.bookings[0].quote.totalFen).toBe(3000)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'papers_first' })
  })

  it('may book again once the first is cancelled', async () => {
    const guardian = await family(TWO, false)
    const first = await point.book(guardian, { from: '09:00', to: '11:00' })
    const bookingId = first.value.bookings[0].id
    await point.call(guardian.openid, 'cancelBooking', { bookingId, seenFeeFen: 0 })
    await point.at(TODAY, '10:02')
    expect(await point.book(guardian, { from: '14:00', to: '16:00' })).toMatchObject({ ok: true })
    await point.at(TODAY, '10:00')
  })

  it('may try another time at once when the first went to somebody else', async () => {
    const guardian = await family(NINETEEN_MONTHS, false)
    const full = await point.book(guardian, {
      date: '2026-11-28',
      from: '09:00',
      to: '11:00',
      seenTotalFen: 3000,
    })
    expect(full).toMatchObject({ code: 'session_full' })
    const other = await point.book(guardian, { date: '2026-11-28', from: '14:00', to: '16:00' })
    expect(other).toMatchObject({ ok: true })
  })
})
