import { SITE } from '../../local/seed/site'
import { TODAY, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let inside: Family
let coming: Family
let other: Family
beforeAll(async () => {
  point = await openPoint()
  inside = await point.family('o-inside', ['2024-10-20'])
  coming = await point.family('o-coming', ['2024-10-20'])
  other = await point.family('o-other', ['2024-10-20'])
  for (const { openid } of [coming, other]) {
    await point.post('/cloud/consent', openid, { templateIds: ['tmpl-notice-0003'] })
    await point.call(openid, 'recordConsent', { accepted: ['notice'] })
  }
  await point.at(TODAY, '08:20')
  const { value } = await point.book(inside, { date: TODAY, from: '08:30', to: '11:00' })
  await point.book(coming, { date: TODAY, from: '14:00', to: '16:00' })
  const { ticket } = await point.call(inside.openid, 'showBooking', {
    bookingId: value.bookings[0].id,
  })
  await point.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
})
afterAll(() => point.close())

const ask = { siteId: SITE, attempt: 'pipe-burst', whole: false, why: '停水停电' }
const inbox = async ({ openid }: Family) =>
  (await point.call(openid, 'listMessages', {})).messages.map(({ data }: any) => data)

describe('Something happens at ten past ten', () => {
  it('and two taps later the rest of the day is closed, its bookings are free, and every family knows', async () => {
    await point.at(TODAY, '10:10')
    const closed = await point.call('o-community', 'closeNow', ask)
    expect(closed).toMatchObject({
      cancelled: 1,
      notice: { state: 'gone', families: 3, byMessage: 2, urgent: true },
      inside: [{ guardian: '小雨妈妈', phone: '13800001000', children: ['孩子0'] }],
    })
    const { messages } = await (await fetch(`${point.url}/__local/messages`)).json()
    const sent = messages.filter(({ templateId }: any) => templateId === 'tmpl-notice-0003')
    expect(sent.map(({ openid }: any) => openid).sort()).toEqual(['o-coming', 'o-other'])
    expect(await inbox(inside)).toMatchObject([
      { thing1: '今天提前闭园', thing2: '停水停电，10:00起请来接' },
    ])
    const [day] = (await point.documents('days')).filter(({ date }) => date === TODAY)
    expect([day.slots['0930'].closed, day.slots['1000'].closed]).toStrictEqual([
      undefined,
      '停水停电',
    ])
  })

  it('a second tap on the button, also past the half hour, tells nobody again', async () => {
    await point.call('o-community', 'closeNow', ask)
    await point.at(TODAY, '10:40')
    await point.call('o-community', 'closeNow', ask)
    expect(await inbox(inside)).toHaveLength(1)
    expect(await inbox(other)).toHaveLength(1)
  })

  it('a colleague who taps a moment later hears that it is closed', async () => {
    const same = { ...ask, attempt: 'colleague-tap' }
    expect(await point.tryCall('o-manager', 'closeNow', same)).toMatchObject({
      code: 'closed_already',
    })
    expect(await inbox(other)).toHaveLength(1)
  })

  it('a whole day that was closed and whose answer was lost is told by the next tap', async () => {
    await point.at('2026-11-26', '08:00')
    const whole = { ...ask, attempt: 'typhoon-day', whole: true, why: '台风停园' }
    const lost = { kind: 'drop', action: 'database.insertDocument', collection: 'notices' }
    await point.control('timers/scheduled')
    await point.control('faults', { faults: [lost] })
    expect(await point.tryCall('o-community', 'closeNow', whole)).toMatchObject({ ok: false })
    await point.control('faults', { faults: [] })
    const closed = await point.call('o-community', 'closeNow', whole)
    expect(closed.notice).toMatchObject({ state: 'gone', families: 3 })
    expect(await inbox(inside)).toMatchObject([{ thing1: '今天闭园' }, {}])
  })

  it('is not for carers, and not when the day is over', async () => {
    expect(await point.tryCall('o-lin', 'closeNow', ask)).toMatchObject({ code: 'forbidden' })
    await point.at('2026-11-27', '18:00')
    const late = { ...ask, attempt: 'too-late-now' }
    expect(await point.tryCall('o-community', 'closeNow', late)).toMatchObject({
      code: 'closed_already',
    })
  })
})
