import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let an: Family
let bei: Family
beforeAll(async () => {
  point = await openPoint()
  an = await point.family('o-an', ['2024-10-20'])
  bei = await point.family('o-bei', ['2024-10-20'])
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

const time = { from: '14:00', to: '16:00' }
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
const tick = () => point.control('timers/scheduled')
/** Saves the date's shifts, those of the older group left out or as every week. */
const staffed = async (date: string, isUsual: boolean) => {
  const { rev, days } = await point.call('o-manager', 'showPlan', { siteId: SITE })
  const { weekday } = days.find((day: any) => day.date === date)
  const usual = days.find((day: any) => day.weekday === weekday && !day.changed).shifts
  const shifts = isUsual ? usual : usual.filter(({ groupId }: any) => groupId !== 'big')
  const input = { siteId: SITE, rev, date, every: false, shifts }
  return point.call('o-manager', 'saveRoster', input)
}

describe('A place that is held while its time is closed', () => {
  it('becomes no booking, and leaves nothing behind when it lapses', async () => {
    const ask = { siteId: SITE, childIds: an.childIds, date: TOMORROW, span: time }
    const attempt = 'page-of-an'
    const held = await point.call(an.openid, 'holdCare', { ...ask, attempt })
    const closing = { siteId: SITE, date: TOMORROW, span: time, why: '停水停电', seenBookings: 0 }
    expect(await point.call('o-community', 'addClosure', closing)).toEqual({ cancelled: 0 })
    const seen = { seenTotalFen: held.totalFen, accepted: [] }
    expect(await point.tryCall(an.openid, 'bookCare', { ...ask, attempt, ...seen })).toMatchObject({
      code: 'half_hour_closed',
      detail: { why: '停水停电' },
    })
    await point.at(TODAY, '10:06')
    await tick()
    const day = await dayOf(TOMORROW)
    expect(day.slots['1400']).toMatchObject({ closed: '停水停电', children: 0 })
    expect(Object.keys(day.reservations)).toEqual([])
  })
})

describe('A family that waits while the plan changes', () => {
  const date = '2026-11-27'
  const waits = async () => (await point.call(bei.openid, 'enterApp', {})).waits as any[]

  it('is offered nothing of what the point takes back for want of carers', async () => {
    const booked = await point.book(an, { ...time, date })
    expect(await staffed(date, false)).toEqual({ excess: 1 })
    const asking = { siteId: SITE, childIds: bei.childIds, date, within: time, minutes: 120 }
    await point.call(bei.openid, 'waitForPlace', { ...asking, attempt: 'asking-of-bei' })
    const bookingId = booked.value.bookings[0].id
    const cancel = { siteId: SITE, bookingId, why: '老师请假，人手不够' }
    await point.call('o-manager', 'cancelByPoint', cancel)
    await tick()
    expect((await dayOf(date)).slots['1400'].children).toBe(0)
    expect((await waits())[0].offer).toBeUndefined()
  })

  it('is offered a place by the next minute once the carers are back', async () => {
    await staffed(date, true)
    await tick()
    expect((await waits())[0]).toMatchObject({ offer: { span: time } })
  })
})
