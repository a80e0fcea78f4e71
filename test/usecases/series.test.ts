import { SITE, site } from '../../local/seed/site'
import { TODAY, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint({ release: site.release, weekMinutes: 1200 })
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

const TWO = '2024-10-20'
const NINETEEN_MONTHS = '2025-04-20'
let families = 0
const family = (births = [TWO], papers = true): Promise<Family> =>
  point.family(`o-series-${++families}`, births, papers)

let attempts = 0
/** Thursdays and Saturdays from tomorrow, two hours in the morning; of four weeks only the first is released. */
const ask = (of: Family, more: object = {}) => ({
  siteId: SITE,
  childIds: of.childIds,
  weekdays: [4, 6],
  from: '2026-11-26',
  weeks: 2,
  span: { from: '09:00', to: '11:00' },
  mode: 'each',
  attempt: `series-${++attempts}`,
  seenTotalFen: 2700,
  accepted: [],
  ...more,
})
const bookSeries = (of: Family, more: object = {}) =>
  point.tryCall(of.openid, 'bookSeries', ask(of, more))
const show = (of: Family, seriesId: string) => point.call(of.openid, 'showSeries', { seriesId })
const statesOf = (series: any) =>
  Object.fromEntries(
    Object.entries<any>(series.days).map(([date, day]) => [date, day.why ?? day.state]),
  )
const tick = async () => (await point.control('timers/scheduled')).result
/** So many little ones take their places on this day. */
const crowd = async (date: string, count: number) => {
  for (let n = 0; n < count; n++)
    await point.book(await family([NINETEEN_MONTHS]), { date, from: '09:00', to: '11:00' })
}
const bookingsOf = async ({ householdId }: Family) =>
  (await point.documents('bookings'))
    .filter((each) => each.householdId === householdId)
    .sort((a, b) => a.startsAt - b.startsAt)

it('books what is released and keeps the later days as requests', async () => {
  const guardian = await family()
  const { value } = await bookSeries(guardian)
  expect(statesOf(value.series)).toEqual({
    '2026-11-26': 'booked',
    '2026-11-28': 'booked',
    '2026-12-03': 'waiting',
    '2026-12-05': 'waiting',
  })
  const { bookings, cancelFeeFen } = await show(guardian, value.series.id)
  expect(bookings.map(({ date, state }: any) => [date, state])).toEqual([
    ['2026-11-26', 'booked'],
    ['2026-11-28', 'booked'],
  ])
  expect(cancelFeeFen).toBe(0)
  const { messages } = await point.call(guardian.openid, 'listMessages', {})
  expect(messages).toMatchObject([
    {
      template: 'booked',
      data: { thing2: '固定预约，约上 2 次', amount4: '¥54.00' },
      page: `pages/series-show/series-show?id=${value.series.id}`,
    },
  ])
  const listed = await point.call(guardian.openid, 'listBookings', {
    householdId: guardian.householdId,
  })
  expect(listed.series).toMatchObject([{ id: value.series.id, state: 'stands' }])
})

it('a day that waited is booked when it is released, and the family is told', async () => {
  const guardian = await family()
  const { value } = await bookSeries(guardian)
  await point.at('2026-11-26', '19:59')
  await tick()
  expect(statesOf((await show(guardian, value.series.id)).series)['2026-12-03']).toBe('waiting')
  await point.at('2026-11-26', '20:00')
  await tick()
  await tick()
  const { series } = await show(guardian, value.series.id)
  expect(statesOf(series)).toMatchObject({ '2026-12-03': 'booked', '2026-12-05': 'waiting' })
  expect((await bookingsOf(guardian)).filter(({ date }) => date === '2026-12-03')).toHaveLength(1)
  const { messages } = await point.call(guardian.openid, 'listMessages', {})
  const told = messages.filter(({ template }: any) => template === 'booked')
  expect(told).toHaveLength(2)
})

it('a full day waits for the evening before, who asked first comes first, and nobody for urgent places', async () => {
  const saturday = { weekdays: [6], from: '2026-12-05', weeks: 1 }
  // Of Saturday's five places three open a week ahead, one the evening before, one in the morning.
  await point.at('2026-11-28', '20:01')
  await crowd('2026-12-05', 3)
  const first = await family([NINETEEN_MONTHS])
  const asked = await bookSeries(first, saturday)
  const until = Date.parse('2026-12-04T20:00:00+08:00')
  expect(asked.value.series.days).toEqual({ '2026-12-05': { state: 'waiting', until } })
  await point.at('2026-11-28', '20:02')
  const second = await family([NINETEEN_MONTHS])
  const { value } = await bookSeries(second, saturday)
  await point.at('2026-12-04', '20:00')
  await tick()
  expect(statesOf((await show(first, asked.value.series.id)).series)).toEqual({
    '2026-12-05': 'booked',
  })
  expect(statesOf((await show(second, value.series.id)).series)).toEqual({
    '2026-12-05': 'session_full',
  })
  const { messages } = await point.call(second.openid, 'listMessages', {})
  expect(messages).toMatchObject([{ template: 'change', data: { thing3: '固定预约这天没约上' } }])
})

describe('Where all places are open', () => {
  let released: Point
  beforeAll(async () => {
    released = point
    point = await openPoint()
  })
  afterAll(async () => {
    await point.close()
    point = released
  })

  it('all or none: one full day, and nothing is booked; each by itself books the other', async () => {
    const guardian = await family([NINETEEN_MONTHS])
    const more = { from: '2026-12-03', weeks: 1 }
    await crowd('2026-12-05', 5)
    const refused = await bookSeries(guardian, { ...more, mode: 'all' })
    expect(refused).toMatchObject({ code: 'series_partly_full', detail: { dates: ['2026-12-05'] } })
    expect(await bookingsOf(guardian)).toEqual([])
    const each = await bookSeries(guardian, { ...more, mode: 'each' })
    expect(statesOf(each.value.series)).toEqual({
      '2026-12-03': 'booked',
      '2026-12-05': 'session_full',
    })
  })

  it('all or none holds when the last place goes while the series is being booked', async () => {
    const rivals = await Promise.all(Array.from({ length: 8 }, () => family([NINETEEN_MONTHS])))
    const more = { weeks: 1, mode: 'all' }
    const replies = await Promise.all(rivals.map((each) => bookSeries(each, more)))
    const won = replies.filter(({ ok }) => ok).length
    // Saturday's five places decide; whoever got only the Thursday gave it back.
    expect(won).toBe(5)
    for (const reply of replies.filter(({ ok }) => !ok))
      expect(reply).toMatchObject({ code: 'series_partly_full' })
    const days = await point.documents('days')
    for (const date of ['2026-11-26', '2026-11-28']) {
      const day = days.find((each) => each.siteId === SITE && each.date === date)
      expect(day.slots['0900'].groups.small.children).toBe(won)
    }
    for (const [index, reply] of replies.entries()) {
      const kept = (await bookingsOf(rivals[index] as Family)).filter(
        ({ state }) => state === 'booked',
      )
      expect(kept).toHaveLength(reply.ok ? 2 : 0)
    }
  })

  it('siblings come together on each day or not at all', async () => {
    const both = await family([TWO, NINETEEN_MONTHS])
    const { value } = await bookSeries(both, { from: '2026-12-03', weeks: 1, seenTotalFen: 4860 })
    expect(statesOf(value.series)).toEqual({
      '2026-12-03': 'booked',
      '2026-12-05': 'session_full',
    })
    expect((await bookingsOf(both)).map(({ date }) => date)).toEqual(['2026-12-03', '2026-12-03'])
  })
})

it('the same attempt again is the same series, and what died half-way is followed up by the timer', async () => {
  const guardian = await family()
  const input = ask(guardian)
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'series' }]
  await point.control('faults', { faults })
  expect(await point.tryCall(guardian.openid, 'bookSeries', input)).toMatchObject({ code: 'busy' })
  await point.control('faults', { faults: [] })
  await point.at(TODAY, '10:02')
  await tick()
  const { value } = await point.tryCall(guardian.openid, 'bookSeries', input)
  expect(statesOf(value.series)).toMatchObject({ '2026-11-26': 'booked', '2026-12-03': 'waiting' })
  expect(await bookingsOf(guardian)).toHaveLength(2)
})

it('cancelling drops what waits and cancels what is booked, for what was seen', async () => {
  const guardian = await family()
  const { value } = await bookSeries(guardian)
  const seriesId = value.series.id
  await point.at(TODAY, '20:30')
  // Tomorrow's booking is past its free time.
  expect((await show(guardian, seriesId)).cancelFeeFen).toBe(500)
  expect(
    await point.tryCall(guardian.openid, 'cancelSeries', { seriesId, seenFeeFen: 0 }),
  ).toMatchObject({ code: 'price_changed', detail: { totalFen: 500 } })
  await point.call(guardian.openid, 'cancelSeries', { seriesId, seenFeeFen: 500 })
  expect((await bookingsOf(guardian)).map(({ state, cancelFen }) => [state, cancelFen])).toEqual([
    ['cancelled', 500],
    ['cancelled', 0],
  ])
  await point.at('2026-11-28', '20:00')
  await tick()
  const { series, cancelFeeFen } = await show(guardian, seriesId)
  expect(statesOf(series)).toMatchObject({ '2026-12-03': 'dropped', '2026-12-05': 'dropped' })
  expect(cancelFeeFen).toBeUndefined()
  expect(await bookingsOf(guardian)).toHaveLength(2)
})

it('a day that was booked but not written down before the family ended the series is given back', async () => {
  const guardian = await family()
  const { value } = await bookSeries(guardian, { weekdays: [4], from: '2026-12-01', weeks: 1 })
  const seriesId = value.series.id
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'series' }]
  await point.control('faults', { faults })
  await point.at('2026-11-26', '20:00')
  await tick()
  await point.control('faults', { faults: [] })
  expect((await bookingsOf(guardian)).map(({ state }) => state)).toEqual(['booked'])
  await point.call(guardian.openid, 'cancelSeries', { seriesId, seenFeeFen: 0 })
  await point.at('2026-11-26', '20:02')
  await tick()
  expect((await bookingsOf(guardian)).map(({ state }) => state)).toEqual(['cancelled'])
})

it('somebody else’s series is not found, and a child of another family cannot ride along', async () => {
  const guardian = await family()
  const other = await family()
  const { value } = await bookSeries(guardian)
  const seriesId = value.series.id
  for (const [useCase, input] of [
    ['showSeries', { seriesId }],
    ['cancelSeries', { seriesId, seenFeeFen: 0 }],
  ] as const)
    expect(await point.tryCall(other.openid, useCase, input)).toMatchObject({ code: 'not_found' })
  expect(
    await bookSeries(guardian, { childIds: [...guardian.childIds, ...other.childIds] }),
  ).toMatchObject({ code: 'not_found' })
})

it.each([
  ['weekdays', { weekdays: [] }],
  ['weekdays', { weekdays: [1, 1] }],
  ['weekdays.0', { weekdays: [8] }],
  ['weeks', { weeks: 9 }],
  ['weeks', { weeks: 1.5 }],
  ['mode', { mode: 'some' }],
  ['from', { from: '2026-02-30' }],
])('a wrong %s is named', async (path, more) => {
  const guardian = await family([])
  const child = { childIds: [`${guardian.householdId}-1`] }
  expect(await bookSeries(guardian, { ...child, ...more })).toMatchObject({
    code: 'invalid_input',
    detail: { fields: [{ path }] },
  })
})

it('a family whose papers nobody has seen books single visits first', async () => {
  const guardian = await family([TWO], false)
  expect(await bookSeries(guardian, { seenTotalFen: 3000 })).toMatchObject({ code: 'papers_first' })
})

it('an erased family’s requests are gone', async () => {
  const guardian = await family()
  await bookSeries(guardian)
  await point.call(guardian.openid, 'eraseMe', {})
  const left = (await point.documents('series')).filter(
    ({ householdId }) => householdId === guardian.householdId,
  )
  expect(left).toEqual([])
  await point.at('2026-11-28', '20:00')
  await tick()
  expect((await bookingsOf(guardian)).filter(({ state }) => state === 'booked')).toEqual([])
})
