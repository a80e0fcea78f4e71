import { SITE, tariff as first } from '../../local/seed/site'
import { TODAY, openPoint, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

const { _id, siteId: _site, savedAt: _saved, ...base } = first as any
const save = (changes: object, attempt = 'save-tariff-1', openid = 'o-manager') =>
  point.tryCall(openid, 'saveTariff', {
    siteId: SITE,
    attempt,
    tariff: { ...base, version: '2026-12', from: '2026-12-01', hourFen: 2000, ...changes },
  })
const versionOn = async (date: string) =>
  (await point.documents('days')).find((day) => day._id === `${SITE}_${date}`)?.tariffVersion
const TWO = '2024-10-20'

describe('A new version of the price list', () => {
  it('prices the days from its date on, planned ones too, and no booking that exists', async () => {
    const who = await point.family('o-priced', [TWO])
    const ask = { date: '2026-12-02', from: '09:00', to: '11:00' }
    const booked = await point.book(who, ask)
    expect(await save({})).toMatchObject({ ok: true })
    expect(await versionOn('2026-11-30')).toBe('2026-09')
    expect(await versionOn('2026-12-01')).toBe('2026-12')
    const { booking } = await point.call(who.openid, 'showBooking', {
      bookingId: booked.value.bookings[0].id,
    })
    expect(booking.quote).toMatchObject({ tariffVersion: '2026-09', totalFen: 2700 })
    const other = await point.family('o-priced-2', [TWO])
    expect(await point.book(other, ask)).toMatchObject({
      value: { bookings: [{ quote: { tariffVersion: '2026-12', totalFen: 3600 } }] },
    })
    const { tariffs } = await point.call(who.openid, 'showWeek', { siteId: SITE })
    expect(tariffs.map(({ version }: any) => version)).toEqual(['2026-09', '2026-12'])
  })

  it('is saved once, however often the reply was lost', async () => {
    expect(await save({})).toMatchObject({ ok: true })
    expect(await save({}, 'save-tariff-2')).toMatchObject({
      code: 'tariff_wrong',
      detail: {
        problems: [
          { field: 'version', why: 'taken' },
          { field: 'from', why: 'overlap' },
        ],
      },
    })
  })

  it('of a call that died before the days were priced is put right by the timer', async () => {
    const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'days' }]
    await point.control('faults', { faults })
    const later = { version: '2026-12b', from: '2026-12-04', hourFen: 2500 }
    expect(await save(later, 'save-tariff-3')).toMatchObject({ code: 'busy' })
    expect(await versionOn('2026-12-04')).toBe('2026-12')
    await point.control('faults', { faults: [] })
    await point.control('timers/scheduled')
    expect(await versionOn('2026-12-03')).toBe('2026-12')
    expect(await versionOn('2026-12-04')).toBe('2026-12b')
  })

  it('prices days that are planned after it', async () => {
    await point.at('2026-11-28', '00:01')
    await point.control('timers/scheduled')
    expect(await versionOn('2026-12-11')).toBe('2026-12b')
  })
})

describe('What the price list refuses', () => {
  it('is named field by field, and nothing is saved', async () => {
    const before = (await point.documents('tariffs')).length
    const wrong = {
      version: '2027-01',
      from: TODAY,
      hourFen: -100,
      cancelSteps: [{ daysBefore: 1, time: '20:00', fen: 100 }],
    }
    expect(await save(wrong, 'save-wrong')).toMatchObject({
      code: 'tariff_wrong',
      detail: {
        problems: [
          { field: 'from', why: 'too_soon' },
          { field: 'hourFen', why: 'negative' },
          { field: 'cancelSteps.0', why: 'gap' },
        ],
      },
    })
    expect(await point.documents('tariffs')).toHaveLength(before)
  })

  it.each(['o-lin', 'o-community', 'o-priced'])('%s does not write prices', async (openid) => {
    expect(await save({}, 'save-forbidden', openid)).toMatchObject({ code: 'forbidden' })
    expect(await point.tryCall(openid, 'listTariffs', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('Free hours of residents', () => {
  const free = { version: 'free', from: '2026-12-05', freeMinutes: 180, hourFen: 1500 }
  // Saturday the 5th; Monday the 7th and Tuesday the 8th are planned too.
  const ask = (from: string, to: string, more: object = {}) => ({
    date: '2026-12-07',
    from,
    to,
    ...more,
  })
  const used = async (householdId: string) => {
    const household = (await point.documents('households')).find((each) => each._id === householdId)
    return Object.values<any>(household.free?.['2026-12'] ?? {}).reduce(
      (sum, { minutes }) => sum + minutes,
      0,
    )
  }
  const total = (reply: any) => reply.value.bookings[0].quote.totalFen
  beforeAll(async () => {
    await save(free, 'save-free')
    // The clock was set back above; the timer knows it from now on.
    await point.control('timers/scheduled')
  })

  it('are used up by one booking after the other, and given back by a cancellation', async () => {
    const who = await point.family('o-free', [TWO])
    const first = await point.book(who, ask('09:00', '11:00'))
    expect(total(first)).toBe(0)
    expect(total(await point.book(who, ask('14:00', '16:00')))).toBe((3000 - 1500) * 0.9)
    expect(await used(who.householdId)).toBe(180)
    const bookingId = first.value.bookings[0].id
    await point.call(who.openid, 'cancelBooking', { bookingId, seenFeeFen: 0 })
    expect(await used(who.householdId)).toBe(60)
    const { household } = await point.call(who.openid, 'enterApp', {})
    expect(household.freeUsed).toEqual({ '2026-12': 60 })
  })

  it('make days of a series cheaper than the guardian saw, and never dearer', async () => {
    const who = await point.family('o-free-series', [TWO])
    const { series } = await point.call(who.openid, 'bookSeries', {
      siteId: SITE,
      childIds: who.childIds,
      weekdays: [1, 2],
      from: '2026-12-07',
      weeks: 1,
      span: { from: '09:00', to: '11:00' },
      mode: 'all',
      attempt: 'free-series',
      seenTotalFen: 2700,
      accepted: [],
    })
    expect(Object.values<any>(series.days).map(({ state }) => state)).toEqual(['booked', 'booked'])
    const { bookings } = await point.call(who.openid, 'listBookings', {
      householdId: who.householdId,
    })
    expect(bookings.map(({ quote }: any) => quote.totalFen)).toEqual([1350, 0])
  })

  it('are not for a family whose papers nobody has seen', async () => {
    const who = await point.family('o-not-free', [TWO], false)
    expect(total(await point.book(who, ask('09:00', '11:00')))).toBe(3000)
  })

  it('cannot be used twice from two phones at once: the second hears the new price', async () => {
    const who = await point.family('o-free-twice', [TWO, TWO])
    const [one, two] = who.childIds
    const both = await Promise.all([
      point.book(who, ask('09:00', '12:00', { childIds: [one], seenTotalFen: 0 })),
      point.book(who, ask('09:00', '12:00', { childIds: [two], seenTotalFen: 0 })),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      code: 'price_changed',
      detail: { totalFen: 4050 },
    })
    expect(await used(who.householdId)).toBe(180)
  })

  it('taken by a call that died before the place was taken are given back by the timer', async () => {
    const who = await point.family('o-free-died', [TWO])
    const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'days' }]
    await point.control('faults', { faults })
    expect(await point.book(who, ask('09:00', '11:00'))).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    expect(await used(who.householdId)).toBe(120)
    await point.at(TODAY, '10:02')
    await point.control('timers/scheduled')
    expect(await used(who.householdId)).toBe(0)
    expect(total(await point.book(who, ask('09:00', '11:00')))).toBe(0)
  })

  it('cost one database request more, and none where the tariff has none', async () => {
    const costOf = async (date: string) => {
      const who = await point.family(`o-cost-${date}`, [TWO])
      const wanted = {
        siteId: SITE,
        childIds: who.childIds,
        date,
        span: { from: '15:00', to: '17:00' },
      }
      const { totalFen } = await point.call(who.openid, 'quoteCare', wanted)
      await point.control('requests')
      const input = { ...wanted, attempt: `cost-${date}`, seenTotalFen: totalFen, accepted: [] }
      await point.call(who.openid, 'bookCare', input)
      const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
      return requests
        .filter(({ useCase }: any) => useCase === 'bookCare')
        .reduce((sum: number, { count }: any) => sum + count, 0)
    }
    expect(await costOf('2026-12-08')).toBe((await costOf('2026-11-27')) + 1)
  })
})
