import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let near: Family
let far: Family
beforeAll(async () => {
  point = await openPoint()
  near = await point.family('o-near', ['2024-10-20'])
  far = await point.family('o-far', ['2024-10-20'])
  await point.post('/cloud/consent', near.openid, {
    templateIds: ['tmpl-notice-0003', 'tmpl-reminder-0002'],
  })
  await point.call(near.openid, 'recordConsent', { accepted: ['notice', 'reminder'] })
})
afterAll(() => point.close())

const messagesOf = async (openid: string) => {
  const { messages } = await (await fetch(`${point.url}/__local/messages`)).json()
  return messages.filter((message: any) => message.openid === openid)
}
const inbox = async (openid: string) => (await point.call(openid, 'listMessages', {})).messages
const notice = (attempt: string) => ({
  siteId: SITE,
  attempt,
  title: '周五下午闭园消毒',
  text: '11月27日14点起闭园，周六照常开放',
})

describe("The community's notice", () => {
  it('says before sending whom it reaches and who wants a call', async () => {
    expect(await point.call('o-community', 'planNotice', { siteId: SITE })).toEqual({
      households: 2,
      byMessage: 1,
      byCall: [{ guardian: '小雨妈妈', phone: '13800001000', children: ['孩子0'] }],
    })
  })

  it('goes through WeChat where it was allowed and into every inbox', async () => {
    const sent = await point.call('o-community', 'sendNotice', notice('notice-0001'))
    expect(sent).toMatchObject({ households: 2, sent: 1, byCall: [{}] })
    expect(await messagesOf(near.openid)).toMatchObject([
      { templateId: 'tmpl-notice-0003', data: { thing1: { value: '周五下午闭园消毒' } } },
    ])
    expect(await messagesOf(far.openid)).toEqual([])
    for (const { openid } of [near, far])
      expect(await inbox(openid)).toMatchObject([
        { template: 'notice', data: { thing2: '11月27日14点起闭园，周六照常开放' } },
      ])
  })

  it('sent twice by a retry arrives once', async () => {
    const again = await point.call('o-community', 'sendNotice', notice('notice-0001'))
    expect(again).toMatchObject({ households: 2, sent: 1, byCall: [{}] })
    expect(await messagesOf(near.openid)).toHaveLength(1)
    expect(await inbox(near.openid)).toHaveLength(1)
  })

  it('uses up the consent: the next one is for a call', async () => {
    const plan = await point.call('o-community', 'planNotice', { siteId: SITE })
    expect(plan).toMatchObject({ byMessage: 0 })
  })

  it('learns from WeChat that a consent is gone (43101) and says so', async () => {
    await point.call(near.openid, 'recordConsent', { accepted: ['notice'] })
    const sent = await point.call('o-community', 'sendNotice', notice('notice-0002'))
    expect(sent).toMatchObject({ sent: 0 })
    expect(await point.call('o-community', 'planNotice', { siteId: SITE })).toMatchObject({
      byMessage: 0,
    })
    expect(await inbox(near.openid)).toHaveLength(2)
  })

  it('is too long beside its field, and only for the community to send', async () => {
    const long = { ...notice('notice-0003'), text: '长'.repeat(21) }
    expect(await point.tryCall('o-community', 'sendNotice', long)).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'text', why: 'too_long' }] },
    })
    for (const openid of ['o-lin', near.openid])
      expect(await point.tryCall(openid, 'sendNotice', notice('notice-0004'))).toMatchObject({
        code: 'forbidden',
      })
  })
})

describe('A district with more families than one query gives', () => {
  it('counts all of them', async () => {
    const documents = Array.from({ length: 2001 }, (_, n) => {
      const id = `district-${n}`
      return { _id: id, id, siteId: SITE, guardians: [], children: [], rev: 1, childCount: 0 }
    })
    await point.control('documents', { collection: 'households', documents })
    const plan = await point.call('o-community', 'planNotice', { siteId: SITE })
    expect(plan.households).toBe(2003)
  })
})

describe('The timer', () => {
  const tick = async () => (await point.control('timers/scheduled')).result

  it('reminds of tomorrow once, between dinner and bedtime', async () => {
    await point.book(near, { from: '09:00', to: '11:00' })
    await point.at(TODAY, '18:59')
    expect((await tick()).done.remindEvening).toBe(0)
    await point.at(TODAY, '19:00')
    await tick()
    await tick()
    const reminders = (await messagesOf(near.openid)).filter(
      ({ templateId }: any) => templateId === 'tmpl-reminder-0002',
    )
    expect(reminders).toMatchObject([{ data: { time2: { value: '2026年11月26日 09:00' } } }])
  })

  it('plans the days ahead once, and a new one each midnight', async () => {
    const before = (await point.documents('days')).length
    await point.at(TODAY, '23:00')
    expect((await tick()).done.planDays).toBe(0)
    await point.at(TOMORROW, '00:01')
    await tick()
    expect((await point.documents('days')).length).toBe(before + 1)
  })
})

describe('A process killed between taking the place and writing the booking', () => {
  it('leaves the place taken in the day; the timer writes the booking from it', async () => {
    await point.control('faults', {
      faults: [{ kind: 'drop', action: 'database.insertDocument', collection: 'bookings' }],
    })
    const ask = { date: '2026-11-30', from: '09:00', to: '11:00', seenTotalFen: 2700 }
    const lost = await point.book(far, ask)
    expect(lost).toMatchObject({ ok: false, code: 'busy' })
    await point.control('functions/api/kill')
    await point.control('faults', { faults: [] })
    await point.restart()
    const { householdId } = far
    const mine = async () =>
      (await point.call(far.openid, 'listBookings', { householdId })).bookings.filter(
        ({ date }: any) => date === '2026-11-30',
      )
    expect(await mine()).toEqual([])
    const { result } = await point.control('timers/scheduled')
    expect(result.done.restoreCopies).toBeGreaterThanOrEqual(1)
    expect(await mine()).toMatchObject([{ state: 'booked', span: { from: '09:00', to: '11:00' } }])
  })
})
