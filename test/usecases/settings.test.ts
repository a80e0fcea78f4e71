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
const OPERATOR = 'o-manager'
let attempts = 0
const show = () => point.call(OPERATOR, 'showSettings', { siteId: SITE })
const save = async (
  what: string,
  change: (value: any) => object,
  more: Record<string, any> = {},
) => {
  const { settings, editions } = await show()
  const { as = OPERATOR, ...rest } = more
  const attempt = `settings-${++attempts + 1000}`
  const setting = { what, value: change(settings[what]) }
  const input = { siteId: SITE, edition: editions[what] ?? 0, attempt, setting, ...rest }
  return point.tryCall(as, 'saveSetting', input)
}
const changes = async () =>
  (await point.call(OPERATOR, 'listChanges', { siteId: SITE })).changes as any[]
const undo = (changeId: string, attempt = `undo-${++attempts + 1000}`) =>
  point.tryCall(OPERATOR, 'undoChange', { siteId: SITE, changeId, attempt })
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const cap =
  (id: string, cap: number) =>
  ({ places, groups }: any) => ({
    places,
    groups: groups.map((each: any) => (each.id === id ? { ...each, cap } : each)),
  })

describe('A setting that is changed', () => {
  it('counts at once on the days ahead, and is listed with author, time, before and after', async () => {
    expect(await save('groups', cap('big', 13))).toMatchObject({ value: { edition: 1, excess: 0 } })
    const groups = (await dayOf(TOMORROW)).groups
    expect(groups.find(({ id }: any) => id === 'big').cap).toBe(13)
    const [last] = await changes()
    expect(last).toMatchObject({
      undoable: true,
      change: { what: 'groups', byName: '何经理', from: TODAY },
    })
    const of = (value: any) => value.groups.find(({ id }: any) => id === 'big').cap
    expect([of(last.change.before), of(last.change.after)]).toEqual([14, 13])
    expect(JSON.stringify(last)).not.toContain(OPERATOR)
  })

  it('to what it is already changes nothing and is not listed', async () => {
    const before = (await changes()).length
    expect(await save('groups', (value) => value)).toMatchObject({ ok: true })
    expect(await changes()).toHaveLength(before)
  })

  it('of lending holds for books lent from then on, and is taken back like any other', async () => {
    expect(await save('loans', (rules) => ({ ...rules, days: 0 }))).toMatchObject({
      code: 'setting_wrong',
      detail: { problems: [{ field: 'days', why: 'loan_days' }] },
    })
    expect(await save('loans', () => ({ days: 21, most: 1 }), { as: 'o-chen' })).toMatchObject({
      code: 'forbidden',
    })
    expect(await save('loans', () => ({ days: 21, most: 1 }))).toMatchObject({ ok: true })
    const { householdId, openid } = families[0]!
    const rules = () => point.call(openid, 'showLoans', { householdId })
    expect(await rules()).toMatchObject({ days: 21, most: 1 })
    const [last] = await changes()
    expect(last).toMatchObject({
      undoable: true,
      change: { what: 'loans', before: { days: 14, most: 3 }, after: { days: 21, most: 1 } },
    })
    expect(await undo(last.change.id)).toMatchObject({ ok: true })
    expect(await rules()).toMatchObject({ days: 14, most: 3 })
  })

  it('with a nap keeps it beside the hours', async () => {
    const nap = { from: '12:30', to: '14:30' }
    expect(await save('hours', (value) => ({ ...value, nap }))).toMatchObject({ ok: true })
    expect((await show()).settings.hours.nap).toEqual(nap)
    expect((await point.documents('sites'))[0].nap).toEqual(nap)
  })

  it('to other tranches is for days none of whose places are open', async () => {
    const tranches = [{ daysBefore: 7, at: '20:00', percent: 100 }]
    expect(await save('release', (value) => ({ ...value, tranches }))).toMatchObject({ ok: true })
    expect((await dayOf(TOMORROW)).release).toBeUndefined()
    await point.at('2026-11-26', '00:05')
    await point.control('timers/scheduled')
    expect((await dayOf('2026-12-09')).release).toMatchObject([{ percent: 100 }])
  })

  it('to other words of a notice asks every family again', async () => {
    const text = '活动区有监控，录像留九十天。'
    expect(await save('notices', (value) => ({ ...value, children: text }))).toMatchObject({
      ok: true,
    })
    const { me, site } = await point.call(families[0]!.openid, 'enterApp', {})
    expect(me.consentsDue).toEqual(['children'])
    expect(site.notices.children).toMatchObject({ text, edition: 1 })
    const ask = { from: '09:00', to: '10:00', seenTotalFen: 1350 }
    expect(await point.book(families[0]!, ask)).toMatchObject({ code: 'consent_renew' })
    const consents = { guardian: '2026-11', children: '2026-11.1' }
    for (const { openid } of families) await point.call(openid, 'renewConsent', { consents })
    expect(await point.book(families[0]!, ask)).toMatchObject({ ok: true })
  })
})

describe('What is wrong', () => {
  it('is said beside its field, and nothing is saved', async () => {
    const before = await show()
    expect(await save('groups', cap('big', 21))).toMatchObject({
      code: 'setting_wrong',
      detail: { problems: [{ field: 'groups.1.cap', why: 'standard' }, { field: 'groups.1.cap' }] },
    })
    expect(await save('groups', cap('big', 0))).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'setting.value.groups.1.cap' }] },
    })
    expect(await show()).toEqual(before)
  })

  it('is a group that goes while carers are rostered in it', async () => {
    const without = ({ places, groups }: any) => ({ places, groups: groups.slice(1) })
    expect(await save('groups', without)).toMatchObject({
      code: 'group_has_carers',
      detail: { carers: ['黄老师', '周老师'] },
    })
  })

  it.each(['o-lin', 'o-chen', 'o-community'])('%s does not change the groups', async (as) => {
    expect(await save('groups', cap('big', 12), { as })).toMatchObject({ code: 'forbidden' })
    expect(await point.tryCall(as, 'listChanges', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('Two people at once', () => {
  it('the later sees by whom and when, and may save over it with the number that is told', async () => {
    const { editions } = await show()
    const months = (checkUpMonths: number) => (value: any) => ({ ...value, checkUpMonths })
    expect(await save('health', months(5), { as: 'o-chen' })).toMatchObject({ ok: true })
    const late = await save('health', months(4), { edition: editions.health ?? 0 })
    expect(late).toMatchObject({
      code: 'setting_changed',
      detail: { byName: '陈老师', changedAt: expect.any(Number), edition: 1 },
    })
    expect(await save('health', months(4), { edition: late.detail.edition })).toMatchObject({
      ok: true,
    })
    expect((await show()).settings.health.checkUpMonths).toBe(4)
  })

  it('different settings do not stand in each other’s way, and both are listed', async () => {
    const before = (await changes()).length
    const replies = await Promise.all([
      save('health', (value) => ({ ...value, checkUpMonths: 7 })),
      save('release', (value) => ({ ...value, weekMinutes: 900 })),
    ])
    expect(replies).toMatchObject([{ ok: true }, { ok: true }])
    expect(await changes()).toHaveLength(before + 2)
  })

  it('the same saving again, after a lost reply, is one saving', async () => {
    const { editions, settings } = await show()
    const setting = { what: 'health', value: { ...settings.health, checkUpMonths: 6 } }
    const input = { siteId: SITE, edition: editions.health, attempt: 'again-and-again', setting }
    const first = await point.tryCall(OPERATOR, 'saveSetting', input)
    expect(await point.tryCall(OPERATOR, 'saveSetting', input)).toMatchObject({
      value: first.value,
    })
  })
})

it('a saving that dies before it is listed is listed by the timer', async () => {
  const before = (await changes()).length
  const faults = [{ kind: 'dropAfter', action: 'database.modifyDocument', collection: 'sites' }]
  await point.control('faults', { faults })
  const saved = await save('release', (value) => ({ ...value, weekMinutes: 1200 }))
  expect(saved).toMatchObject({ code: 'busy' })
  await point.control('faults', { faults: [] })
  expect(await point.documents('changes')).toHaveLength(before)
  await point.control('timers/scheduled')
  expect(await point.documents('changes')).toHaveLength(before + 1)
})

describe('Taking back', () => {
  it('is another change with the former value', async () => {
    await save('health', (value) => ({ ...value, feverTenths: 376 }))
    const [{ change }] = await changes()
    expect(await undo(change.id, 'undo-fever')).toMatchObject({ ok: true })
    expect(await undo(change.id, 'undo-fever')).toMatchObject({ ok: true })
    expect((await show()).settings.health.feverTenths).toBe(373)
    const [last, undone] = await changes()
    expect(last).toMatchObject({ change: { undoes: change.id }, undoable: true })
    expect(undone).toMatchObject({ change: { id: change.id }, undoable: false })
    expect(await undo(change.id)).toMatchObject({ code: 'change_superseded' })
  })

  it('is refused by name where a booking depends on it', async () => {
    await save('hours', (value) => ({
      ...value,
      week: { ...value.week, 4: { from: '08:00', to: '18:00' } },
    }))
    const shifts = (await point.call('o-chen', 'showPlan', { siteId: SITE })).days[1].shifts
    const { rev } = await point.call('o-chen', 'showPlan', { siteId: SITE })
    const early = { carer: '林老师', groupId: 'big', span: { from: '08:00', to: '08:30' } }
    const input = { siteId: SITE, rev, date: TOMORROW, every: false, shifts: [...shifts, early] }
    await point.call('o-chen', 'saveRoster', input)
    const ask = { from: '08:00', to: '09:00', seenTotalFen: 1350 }
    expect(await point.book(families[1]!, ask)).toMatchObject({ ok: true })
    const hours = (await changes()).find(({ change }) => change.what === 'hours')
    expect(await undo(hours.change.id)).toMatchObject({
      code: 'undo_blocked',
      detail: {
        bookings: [{ name: '孩子0', date: TOMORROW, span: { from: '08:00', to: '09:00' } }],
      },
    })
  })

  it('is not for a price list: the next version is', async () => {
    const { tariffs } = await point.call(OPERATOR, 'listTariffs', { siteId: SITE })
    const { siteId: _site, savedAt: _saved, ...base } = tariffs[0]
    const tariff = { ...base, version: '2026-12', from: '2026-12-01', hourFen: 1600 }
    await point.call(OPERATOR, 'saveTariff', { siteId: SITE, attempt: 'new-tariff', tariff })
    const listed = (await changes()).find(({ change }) => change.what === 'tariff')
    expect(listed).toMatchObject({
      undoable: false,
      change: { before: '2026-09', after: '2026-12', from: '2026-12-01', byName: '何经理' },
    })
    expect(await undo(listed.change.id)).toMatchObject({ code: 'not_undoable' })
  })
})
