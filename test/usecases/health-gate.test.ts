import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
let bookingId: string
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
})
afterAll(() => point.close())

const seen = (more: object, as = 'o-chen', childId = family.childIds[0]) =>
  point.tryCall(as, 'recordHealth', { siteId: SITE, childId, ...more })
const scanIn = async () => {
  const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
  return point.tryCall('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
}

describe('Health dates', () => {
  it('are written down by carers who saw the paper, never by the family or the desk', async () => {
    expect(await seen({ checkUpOn: '2026-05-25' })).toMatchObject({
      value: { health: { checkUpOn: '2026-05-25', checkUpUntil: '2026-11-25' } },
    })
    for (const as of ['o-guardian', 'o-manager', 'o-community'])
      expect(await seen({ checkUpOn: '2026-11-20' }, as)).toMatchObject({ code: 'forbidden' })
    const own = await point.family('o-lin', ['2024-10-20'])
    expect(await seen({ checkUpOn: '2026-11-20' }, 'o-lin', own.childIds[0])).toMatchObject({
      code: 'forbidden',
    })
  })

  it('of the future or of nobody are refused beside their field', async () => {
    expect(await seen({ checkUpOn: TOMORROW, nextVaccinationOn: TODAY })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'checkUpOn' }, { path: 'nextVaccinationOn' }] },
    })
    expect(await seen({ checkUpOn: TODAY }, 'o-chen', 'nobody-1')).toMatchObject({
      code: 'not_found',
    })
  })

  it('are seen by the family at home and taken away with its data', async () => {
    const { household } = await point.call(family.openid, 'enterApp', {})
    expect(household.health).toEqual({
      [family.childIds[0]!]: { checkUpOn: '2026-05-25', checkUpUntil: '2026-11-25' },
    })
    expect((await point.call(family.openid, 'exportMyData', {})).health).toEqual(household.health)
  })
})

describe('An old check-up', () => {
  it('does not keep a family from booking, and stops the child at the door', async () => {
    const booked = await point.book(family, { date: TOMORROW, from: '09:00', to: '11:00' })
    bookingId = booked.value.bookings[0].id
    await point.at(TOMORROW, '08:50')
    expect(await scanIn()).toMatchObject({
      code: 'health_expired',
      detail: { what: 'check_up', date: '2026-11-25' },
    })
  })

  it('the stop is in the day’s records, and costs four database requests and the copy', async () => {
    await point.control('requests')
    expect(await scanIn()).toMatchObject({ code: 'health_expired' })
    const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
    const mine = requests.filter(({ useCase }: any) => useCase === 'scanTicket')
    expect(mine.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(5)
    const list = { siteId: SITE, date: TOMORROW, childId: family.childIds[0] }
    const { runs } = await point.call('o-manager', 'listAudits', list)
    expect(runs).toMatchObject([{ name: '林老师', what: 'scan', count: 2 }])
  })

  it('is made good at the door by a carer who sees the new one', async () => {
    expect(
      await seen({ checkUpOn: '2026-11-20', nextVaccinationOn: '2027-01-10' }, 'o-lin'),
    ).toMatchObject({
      value: { health: { checkUpUntil: '2027-05-20', vaccinatedUntil: '2027-01-09' } },
    })
    expect(await scanIn()).toMatchObject({ ok: true })
  })

  it('does not make an absence of a child that was stopped for it', async () => {
    const other = await point.family('o-stopped', ['2024-10-20'])
    await seen({ checkUpOn: '2026-05-20' }, 'o-lin', other.childIds[0])
    const booked = await point.book(other, { date: TOMORROW, from: '09:00', to: '11:00' })
    const id = booked.value.bookings[0].id
    const { ticket } = await point.call(other.openid, 'showBooking', { bookingId: id })
    await point.at(TOMORROW, '09:10')
    const stop = { nonce: 'stopped-at-the-door', at: Date.parse(`${TOMORROW}T09:10:00+08:00`) }
    const acts = [{ ...stop, act: 'stopped', bookingId: id }]
    expect(
      await point.call('o-lin', 'syncDoor', { siteId: SITE, sentAt: stop.at, acts }),
    ).toMatchObject({ told: [{ nonce: stop.nonce }] })
    await point.at(TOMORROW, '09:39')
    await point.control('timers/scheduled')
    const state = async () =>
      (await point.documents('bookings')).find(({ _id }) => _id === id).state
    expect(await state()).toBe('booked')
    await point.at(TOMORROW, '09:40')
    await point.control('timers/scheduled')
    expect(await state()).toBe('cancelled')
    const scanned = { siteId: SITE, ticket, act: 'in' }
    expect(await point.tryCall('o-lin', 'scanTicket', scanned)).toMatchObject({
      code: 'already_cancelled',
    })
    const [mine] = (await point.documents('households')).filter(
      ({ _id }) => _id === other.householdId,
    )
    expect(mine.absences).toBeUndefined()
    expect((await point.documents('bills')).filter((bill) => bill.id === id)).toEqual([])
    const told = (await point.documents('messages')).filter(({ openid }) => openid === 'o-stopped')
    expect(told.map(({ data }) => data.thing4)).toContain('要先看健康证明，不算没来')
  })

  it('a scan that minds health still costs five database requests', async () => {
    const other = await point.family('o-counted', ['2024-10-20'])
    await seen({ checkUpOn: '2026-11-20' }, 'o-lin', other.childIds[0])
    const booked = await point.book(other, { date: TOMORROW, from: '14:00', to: '16:00' })
    const id = booked.value.bookings[0].id
    const { ticket } = await point.call(other.openid, 'showBooking', { bookingId: id })
    await point.at(TOMORROW, '14:00')
    await point.control('requests')
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
    const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
    const mine = requests.filter(({ useCase }: any) => useCase === 'scanTicket')
    expect(mine.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(5)
  })
})

describe('Three months away', () => {
  it('the night writes down who was here; the day after three months the door asks for a check-up', async () => {
    await point.at('2026-11-27', '00:05')
    await point.control('timers/scheduled')
    const households = await point.documents('households')
    const mine = households.find(({ _id }) => _id === family.householdId)
    expect(mine.health[family.childIds[0]!]).toMatchObject({ lastHereOn: TOMORROW })
    const untouched = await point.documents('households')
    await point.control('timers/scheduled')
    expect(await point.documents('households')).toEqual(untouched)

    await point.at('2027-03-01', '07:00')
    await point.control('timers/scheduled')
    const booked = await point.book(family, { date: '2027-03-01', from: '09:00', to: '11:00' })
    bookingId = booked.value.bookings[0].id
    await point.at('2027-03-01', '08:50')
    // The vaccination of January is due, too; one paper at a time.
    expect(await scanIn()).toMatchObject({ code: 'health_expired', detail: { what: 'away' } })
    await seen({ checkUpOn: '2027-03-01' })
    expect(await scanIn()).toMatchObject({ detail: { what: 'vaccination', date: '2027-01-09' } })
    await seen({ nextVaccinationOn: '2027-09-01' })
    expect(await scanIn()).toMatchObject({ ok: true })
  })
})

describe('The illness table', () => {
  it('is the site’s own: whoever leads edits it, and the next check goes by it', async () => {
    const { rules } = await point.call('o-lin', 'showHealthRules', { siteId: SITE })
    const changed = {
      ...rules,
      feverTenths: 375,
      illnesses: rules.illnesses.map((each: any) =>
        each.id === 'hand-foot-mouth' ? { ...each, days: 7 } : each,
      ),
    }
    const save = (as: string, more: object = {}) =>
      point.tryCall(as, 'saveSetting', {
        siteId: SITE,
        edition: 0,
        attempt: 'own-table',
        setting: { what: 'health', value: { ...changed, ...more } },
      })
    expect(await save('o-lin')).toMatchObject({ code: 'forbidden' })
    expect(await save('o-chen', { feverTenths: 300 })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'setting.value.feverTenths' }] },
    })
    expect(await save('o-chen')).toMatchObject({ ok: true })
    const spots = { tenths: 374, skin: 'spots', mood: 'good', belongings: 'safe' }
    const input = { siteId: SITE, bookingId, attempt: 'own-table', suspicion: 'hand-foot-mouth' }
    expect(await point.tryCall('o-lin', 'recordCheck', { ...input, ...spots })).toMatchObject({
      value: { returnOn: '2027-03-08' },
    })
  })

  it('is not the last word: the doctor’s note is', async () => {
    const book = () => point.book(family, { date: '2027-03-03', from: '09:00', to: '11:00' })
    expect(await book()).toMatchObject({ code: 'child_excluded' })
    await point.at('2027-03-02', '08:00')
    expect(await seen({ returnOn: '2027-03-02' })).toMatchObject({ ok: true })
    expect(await book()).toMatchObject({ ok: true })
  })
})
