import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  // Four hours a week.
  point = await openPoint({ weekMinutes: 240 })
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

const TWO = '2024-10-20'
const WEEK = '2026-11-23'
let families = 0
const family = (births = [TWO]): Promise<Family> => point.family(`o-share-${++families}`, births)
const shareOf = async ({ householdId }: Family) =>
  (await point.documents('households')).find(({ _id }) => _id === householdId).share?.[WEEK]
const minutes = async (of: Family) => (await shareOf(of))?.minutes ?? 0
const tick = async () => (await point.control('timers/scheduled')).result

it('a family books its share of the week, sees what it took, and then hears what is left', async () => {
  const guardian = await family()
  expect(await point.book(guardian, { from: '09:00', to: '12:00' })).toMatchObject({ ok: true })
  const refused = await point.book(guardian, { date: '2026-11-27', from: '09:00', to: '11:00' })
  expect(refused).toMatchObject({ code: 'share_used', detail: { leftMinutes: 60 } })
  expect(
    await point.book(guardian, { date: '2026-11-27', from: '09:00', to: '10:00' }),
  ).toMatchObject({ ok: true })
  const { household } = await point.call(guardian.openid, 'enterApp', {})
  expect(household.shareTaken).toEqual({ [WEEK]: 240 })
})

it('next week is another share', async () => {
  const guardian = await family()
  await point.book(guardian, { from: '08:30', to: '12:30' })
  expect(
    await point.book(guardian, { date: '2026-11-30', from: '08:30', to: '12:30' }),
  ).toMatchObject({ ok: true })
})

it('a cancelled booking gives its share back, once', async () => {
  const guardian = await family()
  const booked = await point.book(guardian, { from: '09:00', to: '12:00' })
  const cancel = { bookingId: booked.value.bookings[0].id, seenFeeFen: 0 }
  await point.call(guardian.openid, 'cancelBooking', cancel)
  await point.call(guardian.openid, 'cancelBooking', cancel)
  expect(await shareOf(guardian)).toMatchObject({ minutes: 0, of: {} })
})

it('two phones of one family cannot take it twice', async () => {
  const guardian = await family()
  const dates = [TOMORROW, '2026-11-27', '2026-11-28']
  const replies = await Promise.all(
    dates.map((date) =>
      point.book(guardian, { date, from: '09:00', to: '12:00', seenTotalFen: 4050 }),
    ),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  for (const reply of replies.filter(({ ok }) => !ok))
    expect(reply).toMatchObject({ code: 'share_used', detail: { leftMinutes: 60 } })
  expect(await minutes(guardian)).toBe(180)
})

it('siblings take twice, together or not at all', async () => {
  const both = await family([TWO, TWO])
  expect(await point.book(both, { from: '09:00', to: '11:30' })).toMatchObject({
    code: 'share_used',
  })
  expect(await point.book(both, { from: '09:00', to: '11:00' })).toMatchObject({ ok: true })
  expect(await minutes(both)).toBe(240)
})

it('a process that died before it took the places leaves nothing of the share taken', async () => {
  const guardian = await family()
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'days' }]
  await point.control('faults', { faults })
  const lost = await point.book(guardian, { from: '09:00', to: '12:00' })
  await point.control('faults', { faults: [] })
  expect(lost).toMatchObject({ code: 'busy' })
  expect(await minutes(guardian)).toBe(180)
  await tick()
  // Still so young that the call may be at work.
  expect(await minutes(guardian)).toBe(180)
  await point.at(TODAY, '10:02')
  await tick()
  expect(await minutes(guardian)).toBe(0)
})

it('the same attempt again takes nothing more', async () => {
  const guardian = await family()
  const ask = { from: '09:00', to: '12:00', attempt: 'shared-once', seenTotalFen: 4050 }
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'days' }]
  await point.control('faults', { faults })
  await point.book(guardian, ask)
  await point.control('faults', { faults: [] })
  expect(await point.book(guardian, ask)).toMatchObject({ ok: true })
  expect(await point.book(guardian, ask)).toMatchObject({ ok: true })
  expect(await minutes(guardian)).toBe(180)
  await point.at(TODAY, '10:02')
  await tick()
  expect(await minutes(guardian)).toBe(180)
})

it('a cancellation that died before it gave back is made good by whoever looks', async () => {
  const guardian = await family()
  const booked = await point.book(guardian, { from: '09:00', to: '12:00' })
  const cancel = { bookingId: booked.value.bookings[0].id, seenFeeFen: 0 }
  const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'households' }]
  await point.control('faults', { faults })
  expect(await point.tryCall(guardian.openid, 'cancelBooking', cancel)).toMatchObject({
    code: 'busy',
  })
  await point.control('faults', { faults: [] })
  expect(await minutes(guardian)).toBe(180)
  await tick()
  expect(await minutes(guardian)).toBe(0)
})

it('weeks that are over are forgotten', async () => {
  const guardian = await family()
  await point.book(guardian, { from: '09:00', to: '12:00' })
  await point.at('2026-12-14', '10:00')
  await tick()
  await point.book(guardian, { date: '2026-12-15', from: '09:00', to: '12:00' })
  await tick()
  const { share } = (await point.documents('households')).find(
    ({ _id }) => _id === guardian.householdId,
  )
  expect(Object.keys(share)).toEqual(['2026-12-14'])
})
