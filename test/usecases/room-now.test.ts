import { SITE } from '../../local/seed/site'
import { TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
let bookingId: string
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
  const booked = await point.book(family, { date: TOMORROW, from: '09:00', to: '10:00' })
  bookingId = booked.value.bookings[0].id
  await point.at(TOMORROW, '08:55')
  await scan('in')
})
afterAll(() => point.close())

async function scan(act: 'in' | 'out') {
  const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
  return point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act })
}
const minute = async (time: string) => {
  await point.at(TOMORROW, time)
  await point.control('timers/scheduled')
}
const day = async () => (await point.documents('days')).find(({ date }) => date === TOMORROW)
const children = async (...slots: string[]) => {
  const { slots: all } = await day()
  return slots.map((slot) => all[slot].children)
}

describe('An uncollected child', () => {
  it('keeps its place: the running half hour, and after the grace the next', async () => {
    await minute('09:59')
    expect(await children('0930', '1000', '1030')).toEqual([1, 0, 0])
    await minute('10:05')
    expect(await children('0930', '1000', '1030')).toEqual([1, 1, 0])
    await minute('10:12')
    expect(await children('0930', '1000', '1030')).toEqual([1, 1, 1])
  })

  it('twice in a minute, or after a timer that was late, it keeps it once', async () => {
    await Promise.all([minute('10:13'), minute('10:13')])
    await minute('10:13')
    expect(await children('1000', '1030', '1100')).toEqual([1, 1, 0])
    const stored = (await day()).slots['1030']
    expect(stored.groups.big).toMatchObject({ children: 1, load: 5 })
  })

  it('is counted by the places that a family sees', async () => {
    const { days } = await point.call('o-stranger', 'showWeek', { siteId: SITE })
    const shown = days.find(({ date }: any) => date === TOMORROW)
    expect(shown.slots['1030'].groups.big.children).toBe(1)
  })

  it('is not in its own way when it books the half hours after', async () => {
    const more = await point.book(family, { date: TOMORROW, from: '11:00', to: '12:00' })
    expect(more).toMatchObject({ ok: true })
    await minute('10:31')
    expect(await children('1030', '1100')).toEqual([1, 1])
    const { kids } = await day()
    expect(kids[family.childIds[0]!]['1100']).toBe(more.value.bookings[0].id)
  })

  it('gives back what it did not use once it is fetched, and leaves nothing behind', async () => {
    await point.at(TOMORROW, '10:20')
    await scan('out')
    await minute('10:21')
    expect(await children('0900', '0930', '1000', '1030')).toEqual([1, 1, 1, 0])
    const { reservations, kids } = await day()
    expect(reservations[bookingId]).toMatchObject({ state: 'gone', kept: ['1000'] })
    expect(kids[family.childIds[0]!]).not.toHaveProperty('1030')
    const bookings = await point.documents('bookings')
    const copy = bookings.find(({ _id }) => _id === bookingId)
    expect(copy.rev).toBe(reservations[bookingId].rev)
    expect(copy).not.toHaveProperty('kept')
  })
})

describe('A carer on duty', () => {
  let text: string
  const clock = (as: string, act: 'start' | 'end', groupId = 'big', code = text) =>
    point.tryCall(as, 'clockDuty', { siteId: SITE, code, act, groupId })

  it('signs in by the code on the room’s wall, which only leads and operators can print', async () => {
    await point.at(TOMORROW, '11:00')
    ;({ text } = await point.call('o-manager', 'showSiteCode', { siteId: SITE }))
    expect(await point.tryCall('o-lin', 'showSiteCode', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
    expect(await point.call('o-lin', 'showRoom', { siteId: SITE })).not.toHaveProperty('onDuty')
    expect(await clock('o-lin', 'start')).toMatchObject({ value: { name: '林老师' } })
    const { onDuty } = await point.call('o-chen', 'showRoom', { siteId: SITE })
    expect(onDuty).toMatchObject([{ name: '林老师', groupId: 'big' }])
  })

  it('is who WeChat says she is; another’s code, group or role opens nothing', async () => {
    expect(await clock('o-zhou', 'start', 'big', `${text}x`)).toMatchObject({
      code: 'site_code_wrong',
    })
    expect(await clock('o-zhou', 'start', 'no-group')).toMatchObject({ code: 'not_found' })
    for (const as of ['o-manager', 'o-guardian', 'o-stranger'])
      expect(await clock(as, 'start')).toMatchObject({ code: 'forbidden' })
  })

  it('comes once and goes once, also when two taps meet', async () => {
    expect(await clock('o-lin', 'start')).toMatchObject({
      code: 'already_on_duty',
      detail: { since: '11:00' },
    })
    const ends = await Promise.all([clock('o-lin', 'end'), clock('o-lin', 'end')])
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1)
    const { onDuty } = await point.call('o-chen', 'showRoom', { siteId: SITE })
    expect(onDuty).toEqual([])
    expect(JSON.stringify(await day())).not.toContain('o-lin')
  })
})
