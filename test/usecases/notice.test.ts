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
const notice = (noticeId: string, more: object = {}) => ({
  siteId: SITE,
  noticeId,
  title: '周五下午闭园消毒',
  text: '11月27日14点起闭园，周六照常开放',
  ...more,
})
const show = (noticeId: string) =>
  point.call('o-community', 'showNotice', { siteId: SITE, noticeId })
const allow = async ({ openid }: Family) => {
  await point.post('/cloud/consent', openid, { templateIds: ['tmpl-notice-0003'] })
  await point.call(openid, 'recordConsent', { accepted: ['notice'] })
}
const tick = async () => (await point.control('timers/scheduled')).result
const FAR = { guardian: '小雨妈妈', phone: '13800001000', children: ['孩子0'] }

describe("The community's notice", () => {
  it('says before sending whom it reaches and who wants a call', async () => {
    expect(await point.call('o-community', 'planNotice', { siteId: SITE })).toEqual({
      households: 2,
      byMessage: 1,
      byCall: [{ householdId: far.householdId, ...FAR }],
    })
  })

  it('goes through WeChat where it was allowed and into every inbox', async () => {
    const sent = await point.call('o-community', 'sendNotice', notice('notice-0001'))
    expect(sent.notice).toMatchObject({ state: 'gone', families: 2, byMessage: 1 })
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
    expect(again.notice).toMatchObject({ state: 'gone', families: 2 })
    expect(await messagesOf(near.openid)).toHaveLength(1)
    expect(await inbox(near.openid)).toHaveLength(1)
  })

  it('shows the desk how it arrived and whom to ring, and remembers who was rung', async () => {
    expect(await show('notice-0001')).toMatchObject({
      counts: { sent: 1, inbox: 1, waiting: 0, failed: 0 },
      calls: [FAR],
    })
    const call = { siteId: SITE, noticeId: 'notice-0001', householdId: far.householdId }
    await point.call('o-community', 'markCalled', { ...call, called: true })
    expect((await show('notice-0001')).calls).toMatchObject([{ calledBy: '社区小李' }])
    await point.call('o-community', 'markCalled', { ...call, called: false })
    expect((await show('notice-0001')).calls[0].calledBy).toBeUndefined()
  })

  it('uses up the consent: the next one is for a call', async () => {
    const plan = await point.call('o-community', 'planNotice', { siteId: SITE })
    expect(plan).toMatchObject({ byMessage: 0 })
  })

  it('learns from WeChat that a consent is gone (43101) and says so', async () => {
    await point.call(near.openid, 'recordConsent', { accepted: ['notice'] })
    await point.call('o-community', 'sendNotice', notice('notice-0002'))
    expect(await show('notice-0002')).toMatchObject({
      counts: { sent: 0, refused: 1, inbox: 1 },
      calls: [{}, {}],
    })
    expect(await point.call('o-community', 'planNotice', { siteId: SITE })).toMatchObject({
      byMessage: 0,
    })
    expect(await inbox(near.openid)).toHaveLength(2)
  })

  it('is refused beside its field, and only for the community to send', async () => {
    const wrong = async (more: object) =>
      (await point.tryCall('o-community', 'sendNotice', notice('notice-0003', more))).detail.fields
    expect(await wrong({ text: '长'.repeat(21) })).toEqual([{ path: 'text', why: 'too_long' }])
    expect(await wrong({ at: Date.parse('2026-11-25T09:59:00+08:00') })).toEqual([
      { path: 'at', why: 'wrong' },
    ])
    const audience = {
      ages: { fromMonths: 24, toMonths: 24 },
      booked: { from: '2026-11-27', to: '2026-11-26' },
    }
    expect(await wrong({ audience })).toEqual([
      { path: 'audience.ages', why: 'wrong' },
      { path: 'audience.booked', why: 'wrong' },
    ])
    for (const openid of ['o-lin', near.openid])
      expect(await point.tryCall(openid, 'sendNotice', notice('notice-0004'))).toMatchObject({
        code: 'forbidden',
      })
  })
})

describe('An audience', () => {
  const plan = async (audience: object) =>
    (await point.call('o-community', 'planNotice', { siteId: SITE, audience })).households

  it('is chosen by age, group, booking and language', async () => {
    expect(await plan({ ages: { fromMonths: 25, toMonths: 26 } })).toBe(2)
    expect(await plan({ groupId: 'small' })).toBe(0)
    expect(await plan({ groupId: 'big' })).toBe(2)
    await point.book(near, { date: '2026-11-27', from: '14:00', to: '16:00' })
    expect(await plan({ booked: { from: TODAY, to: TOMORROW } })).toBe(0)
    expect(await plan({ booked: { from: TODAY, to: '2026-11-27' } })).toBe(1)
    await point.call(far.openid, 'chooseLanguage', { language: 'cantonese' })
    expect(await plan({ language: 'cantonese' })).toBe(1)
    expect(await plan({ language: 'mandarin' })).toBe(1)
  })

  it('without anybody is refused, and the draft stays', async () => {
    const audience = { groupId: 'small' }
    const draft = notice('notice-0005', { audience })
    expect(await point.call('o-community', 'saveDraft', draft)).toEqual({ saved: true })
    expect(await point.tryCall('o-community', 'sendNotice', draft)).toMatchObject({
      code: 'nobody_to_tell',
    })
    const { drafts } = await point.call('o-community', 'listNotices', { siteId: SITE })
    expect(drafts).toMatchObject([{ id: 'notice-0005', audience, state: 'draft' }])
  })
})

describe('A draft', () => {
  it('keeps what is too long, is its author’s alone, and can be thrown away', async () => {
    const text = '长'.repeat(60)
    await point.call('o-community', 'saveDraft', notice('notice-0005', { text, audience: {} }))
    const listed = async (openid: string) =>
      (await point.call(openid, 'listNotices', { siteId: SITE })).drafts
    expect(await listed('o-community')).toMatchObject([{ id: 'notice-0005', text, audience: {} }])
    expect(await listed('o-manager')).toEqual([])
    const other = { siteId: SITE, noticeId: 'notice-0005' }
    expect(await point.call('o-manager', 'dropDraft', other)).toEqual({ dropped: false })
    expect(await point.call('o-community', 'dropDraft', other)).toEqual({ dropped: true })
    expect(await listed('o-community')).toEqual([])
  })
})

describe('The timer', () => {
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

describe('A notice for later', () => {
  const at = Date.parse('2026-11-25T12:00:00+08:00')

  it('goes out when its moment has come, once', async () => {
    await point.at(TODAY, '10:00')
    await allow(near)
    const before = (await messagesOf(near.openid)).length
    const planned = await point.call('o-community', 'sendNotice', notice('notice-0006', { at }))
    expect(planned.notice).toMatchObject({ state: 'planned', families: 0 })
    await tick()
    expect(await messagesOf(near.openid)).toHaveLength(before)
    await point.at(TODAY, '12:00')
    await Promise.all([tick(), tick()])
    await tick()
    expect(await messagesOf(near.openid)).toHaveLength(before + 1)
    expect((await show('notice-0006')).notice).toMatchObject({ state: 'gone', families: 2 })
  })

  it('can be recalled before, and then nobody hears of it', async () => {
    await point.at(TODAY, '10:00')
    const before = (await inbox(far.openid)).length
    await point.call('o-community', 'sendNotice', notice('notice-0007', { at }))
    const byId = { siteId: SITE, noticeId: 'notice-0007' }
    expect(await point.call('o-community', 'recallNotice', byId)).toMatchObject({
      recalled: 0,
      notice: { state: 'recalled' },
    })
    await point.at(TODAY, '12:01')
    await tick()
    expect(await inbox(far.openid)).toHaveLength(before)
  })

  it('written at night waits for the morning; what waits can be taken back, what arrived cannot', async () => {
    await allow(near)
    await point.at(TODAY, '23:00')
    const before = (await messagesOf(near.openid)).length
    await point.call('o-community', 'sendNotice', notice('notice-0008'))
    await tick()
    expect(await show('notice-0008')).toMatchObject({ counts: { waiting: 1, inbox: 1 } })
    const read = (await inbox(far.openid)).length
    const byId = { siteId: SITE, noticeId: 'notice-0008' }
    const { recalled } = await point.call('o-community', 'recallNotice', byId)
    expect(recalled).toBe(1)
    await point.at(TOMORROW, '07:30')
    await tick()
    expect(await messagesOf(near.openid)).toHaveLength(before)
    // It was read already.
    expect(await inbox(far.openid)).toHaveLength(read)
    const gone = { siteId: SITE, noticeId: 'notice-0006' }
    expect(await point.tryCall('o-community', 'recallNotice', gone)).toMatchObject({
      code: 'notice_gone',
    })
  })
})

describe('A district with more families than one query gives', () => {
  it('is told page by page; a function that dies half-way goes on and tells nobody twice', async () => {
    await point.at(TOMORROW, '10:00')
    const documents = Array.from({ length: 1201 }, (_, n) => {
      const id = `district-${String(n).padStart(4, '0')}`
      const guardians = [{ openid: `o-${id}`, name: id, phone: '', consents: [] }]
      return { _id: id, id, siteId: SITE, guardians, children: [], rev: 1, childCount: 0 }
    })
    await point.control('documents', { collection: 'households', documents })
    let households = 0
    let after: string | undefined
    do {
      const ask = { siteId: SITE, ...(after ? { after } : {}) }
      const plan = await point.call('o-community', 'planNotice', ask)
      expect(plan.households).toBeLessThanOrEqual(500)
      households += plan.households
      after = plan.next
    } while (after)
    expect(households).toBe(1203)

    // The first page is written and its count lost: the timer starts where it stood.
    const lost = { kind: 'drop', action: 'database.modifyDocument', collection: 'notices' }
    await point.control('faults', { faults: [lost] })
    await point.tryCall('o-community', 'sendNotice', notice('notice-0009'))
    await point.control('functions/api/kill')
    await point.control('faults', { faults: [] })
    await Promise.all([tick(), tick()])
    await tick()
    expect((await show('notice-0009')).notice).toMatchObject({ state: 'gone', families: 1203 })
    const told = (await point.documents('messages')).filter(
      ({ noticeId }) => noticeId === 'notice-0009',
    )
    expect(new Set(told.map(({ openid }) => openid)).size).toBe(1203)
    expect(told).toHaveLength(1203)
  })
})
