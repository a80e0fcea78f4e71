import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
const families: Family[] = []
beforeAll(async () => {
  point = await openPoint()
  for (const name of ['an', 'bei', 'chi']) families.push(await point.family(`o-${name}`, [TWO]))
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const TWO = '2024-10-20'
const LEAD = 'o-chen'
const plan = () => point.call(LEAD, 'showPlan', { siteId: SITE })
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const carersAt = async (date: string, key: string, group: string) =>
  (await dayOf(date)).slots[key].groups[group].carers
const shift = (carer: string, groupId: string, from: string, to: string) => ({
  carer,
  groupId,
  span: { from, to },
})
const save = async (more: object, openid = LEAD) => {
  const { rev } = await plan()
  const input = { siteId: SITE, rev, date: TOMORROW, every: false, shifts: [], ...more }
  return point.tryCall(openid, 'saveRoster', input)
}
const shiftsOf = async (date: string) =>
  (await plan()).days.find((day: any) => day.date === date).shifts as any[]

describe('The roster', () => {
  it('shows who works on each of the days ahead, and no child’s name', async () => {
    const { days, carers, groups, excess, rev } = await plan()
    expect(days).toHaveLength(14)
    expect(days[0]).toMatchObject({ date: TODAY, weekday: 3, changed: false })
    expect(carers).toEqual(['陈老师', '林老师', '黄老师', '周老师'])
    expect(groups.map(({ id }: any) => id)).toEqual(['small', 'big'])
    expect({ excess, rev }).toEqual({ excess: 0, rev: 1 })
  })

  it('without a carer who called in sick makes places fewer at once, on that day alone', async () => {
    const before = await dayOf(TOMORROW)
    const shifts = (await shiftsOf(TOMORROW)).filter(({ carer }) => carer !== '林老师')
    expect(await save({ shifts })).toMatchObject({ value: { excess: 0 } })
    expect(await carersAt(TOMORROW, '0900', 'big')).toBe(1)
    expect(await carersAt(TOMORROW, '1230', 'big')).toBe(0)
    expect(await carersAt('2026-12-03', '0900', 'big')).toBe(2)
    expect(await dayOf(TOMORROW)).toMatchObject({ planVersion: before.planVersion + 1 })
    expect((await plan()).days[1]).toMatchObject({ date: TOMORROW, changed: true })
    const full = await point.book(families[0]!, { from: '12:00', to: '13:00' })
    expect(full).toMatchObject({ code: 'session_full', detail: { limit: 'carers' } })
  })

  it('saved for every Thursday changes every Thursday and gives this one back', async () => {
    const shifts = [shift('林老师', 'big', '08:30', '18:00')]
    expect(await save({ every: true, shifts })).toMatchObject({ ok: true })
    for (const date of [TOMORROW, '2026-12-03']) {
      expect(await carersAt(date, '0900', 'big')).toBe(1)
      expect(await carersAt(date, '0900', 'small')).toBe(0)
    }
    expect(await carersAt('2026-11-27', '0900', 'small')).toBe(2)
    const usual = await shiftsOf('2026-11-27')
    await save({ every: true, shifts: usual })
    expect(await carersAt(TOMORROW, '0900', 'small')).toBe(2)
  })

  it('with a carer twice at the same time is refused by name, and nothing is saved', async () => {
    const { rev } = await plan()
    const shifts = [
      shift('陈老师', 'big', '08:30', '12:00'),
      shift('陈老师', 'small', '11:30', '14:00'),
    ]
    expect(await save({ shifts })).toMatchObject({
      code: 'carer_twice',
      detail: { carer: '陈老师', spans: [{ to: '12:00' }, { from: '11:30' }] },
    })
    expect((await plan()).rev).toBe(rev)
  })

  it.each([
    ['a group that is not there', [shift('陈老师', 'baby', '08:30', '12:00')], 'shifts.0.groupId'],
    ['a time backwards', [shift('陈老师', 'big', '12:00', '08:30')], 'shifts.0.span'],
    ['a time off the half hours', [shift('陈老师', 'big', '08:40', '12:00')], 'shifts.0.span'],
    ['nobody’s name', [shift('  ', 'big', '08:30', '12:00')], 'shifts.0.carer'],
  ])('with %s is wrong beside its field', async (_name, shifts, path) => {
    expect(await save({ shifts })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path, why: expect.any(String) }] },
    })
  })

  it('of yesterday cannot be changed', async () => {
    expect(await save({ date: '2026-11-24' })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'date' }] },
    })
  })

  it('is for the operator and the lead carer', async () => {
    for (const openid of ['o-lin', 'o-community', families[0]!.openid])
      expect(await save({}, openid)).toMatchObject({ code: 'forbidden' })
    expect(await point.tryCall('o-lin', 'showPlan', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('changed by somebody else meanwhile is not overwritten; the same saving again is one saving', async () => {
    const { rev } = await plan()
    const [first, second] = [
      [shift('陈老师', 'big', '08:30', '12:00')],
      [shift('林老师', 'big', '08:30', '12:00')],
    ]
    const input = { siteId: SITE, rev, date: '2026-11-30', every: false }
    const replies = await Promise.all(
      [first, second].map((shifts) =>
        point.tryCall('o-manager', 'saveRoster', { ...input, shifts }),
      ),
    )
    const codes = replies.map(({ ok, code }) => (ok ? 'saved' : code))
    expect(new Set(codes)).toEqual(new Set(['saved', 'plan_changed']))
    const won = replies[0]!.ok ? first : second
    const again = await point.tryCall('o-manager', 'saveRoster', { ...input, shifts: won })
    expect(again).toMatchObject({ ok: true })
    expect((await plan()).rev).toBe(rev + 1)
  })
})

describe('A saving that dies half-way', () => {
  it('is finished by the timer, day by day, and planned again changes nothing', async () => {
    const shifts = [shift('林老师', 'big', '08:30', '18:00')]
    const { rev } = await plan()
    const faults = [{ kind: 'dropAfter', action: 'database.modifyDocument', collection: 'days' }]
    await point.control('faults', { faults })
    const input = { siteId: SITE, rev, date: TOMORROW, every: true, shifts }
    expect(await point.tryCall(LEAD, 'saveRoster', input)).toMatchObject({ code: 'busy' })
    await point.control('functions/api/kill')
    await point.control('faults', { faults: [] })
    // The first day was written, its answer lost, the others never asked for.
    expect((await plan()).rev).toBe(rev + 1)
    expect(await carersAt('2026-12-03', '0900', 'small')).toBe(2)
    await point.control('timers/scheduled')
    for (const date of [TOMORROW, '2026-12-03'])
      expect(await carersAt(date, '0900', 'small')).toBe(0)
    const versions = async () =>
      (await point.documents('days')).map(({ date, planVersion }) => `${date} ${planVersion}`)
    const before = await versions()
    await point.control('documents', {
      collection: 'jobs',
      documents: [{ _id: `plan_${SITE}`, doneTo: '' }],
    })
    expect((await point.control('timers/scheduled')).result.done.planDays).toBe(0)
    expect(await versions()).toEqual(before)
  })
})

describe('Bookings while the roster changes', () => {
  it('never exceed what the plan in force allows, whoever comes first', async () => {
    const date = '2026-12-01'
    const many: Family[] = []
    for (let n = 0; n < 20; n++) many.push(await point.family(`o-many-${n}`, [TWO]))
    const { rev } = await plan()
    const one = [shift('林老师', 'big', '08:30', '18:00')]
    const input = { siteId: SITE, rev, date, every: false, shifts: one }
    const ask = { date, from: '09:00', to: '10:00', seenTotalFen: 1350 }
    const [saved, ...replies] = await Promise.all([
      point.tryCall(LEAD, 'saveRoster', input),
      ...many.map((family) => point.book(family, ask)),
    ])
    expect(saved).toMatchObject({ ok: true })
    const booked = replies.filter(({ ok }) => ok).length
    const { slots, reservations } = await dayOf(date)
    expect(slots['0900'].groups.big).toMatchObject({ carers: 1, children: booked })
    expect(Object.keys(reservations)).toHaveLength(booked)
    // Seven fit with one carer; who came before the change stays and is listed, and nobody came after it.
    const { bookings } = await point.call(LEAD, 'listExcess', { siteId: SITE })
    const listed = bookings.filter((each: any) => each.date === date)
    expect(listed).toHaveLength(Math.max(0, booked - 7))
    expect(booked).toBeGreaterThanOrEqual(7)
    expect(booked).toBeLessThanOrEqual(14)
  })
})
