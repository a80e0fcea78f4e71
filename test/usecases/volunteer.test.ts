import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Point } from '../support/open-point'

const MONDAY = '2026-11-23'
const session = (key: string, date: string, [from, to]: readonly [string, string], more = {}) => ({
  id: `${SITE}_${date}_${key}`,
  siteId: SITE,
  date,
  span: { from, to },
  service: 'reading',
  title: `故事${key}`,
  language: 'mandarin',
  leader: { name: '', role: 'volunteer' },
  room: 'corner',
  places: 8,
  accompanied: false,
  fromMonths: 18,
  toMonths: 36,
  cover: 'fish',
  bookIds: [],
  ...more,
})
const morning = session('a', TOMORROW, ['10:00', '10:30'], { helpersWanted: 1 })
const overlap = session('b', TOMORROW, ['10:15', '10:45'])
const late = session('c', '2026-11-28', ['10:00', '10:30'])
const earlier = session('d', TODAY, ['10:30', '11:00'])
const said = (name: string, more = {}) => ({
  siteId: SITE,
  rev: 0,
  name,
  team: 'volunteer',
  skills: ['stories'],
  languages: ['mandarin'],
  availability: ['3am', '4am', '6am'],
  agreed: true,
  ...more,
})

let point: Point
beforeAll(async () => {
  point = await openPoint()
  const sessions = Object.fromEntries(
    [morning, overlap, late, earlier].map((each) => [each.id, each]),
  )
  await point.control('documents', {
    collection: 'programmes',
    documents: [{ _id: `${SITE}_${MONDAY}`, siteId: SITE, monday: MONDAY, rev: 1, sessions }],
  })
})
afterAll(() => point.close())

const apply = async (openid: string, name: string, more = {}) =>
  (await point.call(openid, 'saveVolunteer', said(name, more))).volunteer
const vet = (volunteer: any, more = {}) =>
  point.tryCall('o-community', 'vetVolunteer', {
    siteId: SITE,
    volunteerId: volunteer.id,
    rev: volunteer.rev,
    vettedOn: TODAY,
    certificateUntil: '2026-11-27',
    trainings: [{ date: '2026-11-01', what: '急救培训' }],
    ended: false,
    ...more,
  })
const helped = async (openid: string, name: string) => {
  const volunteer = await apply(openid, name)
  await vet(volunteer)
  return volunteer.id as string
}
const sign = (openid: string, sessionId: string, part = 'lead') =>
  point.tryCall(openid, 'signUp', { siteId: SITE, sessionId, part })
const stored = async (id: string) => (await point.documents('programmes'))[0].sessions[id]

describe('Somebody who wants to help', () => {
  let li: string
  it('applies inside WeChat, and once only', async () => {
    const volunteer = await apply('o-li', '李阿姨')
    li = volunteer.id
    expect(volunteer).toMatchObject({ name: '李阿姨', rev: 1, trainings: [] })
    expect(volunteer).not.toHaveProperty('openid')
    expect(await apply('o-li', '李阿姨')).toEqual(volunteer)
    expect(await point.documents('volunteers')).toHaveLength(1)
  })

  it('leaves nothing out, and has read what is kept', async () => {
    const empty = said('王叔', { skills: [], agreed: false })
    expect(await point.tryCall('o-wang', 'saveVolunteer', empty)).toMatchObject({
      code: 'invalid_input',
      detail: {
        fields: [
          { path: 'skills', why: 'missing' },
          { path: 'agreed', why: 'missing' },
        ],
      },
    })
  })

  it('signs up for nothing before the point has looked at them', async () =>
    expect(await sign('o-li', morning.id)).toMatchObject({
      code: 'not_assignable',
      detail: { name: '李阿姨', problems: [{ why: 'not_vetted' }, { why: 'certificate' }] },
    }))

  it('is vetted by the desk and by nobody else, and hears of it', async () => {
    const before = { id: li, rev: 1 }
    const input = { siteId: SITE, volunteerId: li, rev: 1, trainings: [], ended: false }
    for (const openid of ['o-li', 'o-chen', 'o-lin'])
      expect(await point.tryCall(openid, 'vetVolunteer', input)).toMatchObject({
        code: 'forbidden',
      })
    expect(await vet(before, { certificateUntil: '2026-11-24', vettedOn: TOMORROW })).toMatchObject(
      {
        code: 'invalid_input',
        detail: { fields: [{ path: 'vettedOn' }, { path: 'certificateUntil' }] },
      },
    )
    expect(await vet(before)).toMatchObject({ ok: true, value: { volunteer: { rev: 2 } } })
    expect(await vet(before)).toMatchObject({ ok: true })
    expect(await vet(before, { certificateUntil: TOMORROW })).toMatchObject({
      code: 'profile_changed',
    })
    expect((await point.call('o-li', 'enterApp', {})).me.roles).toEqual(['volunteer'])
    expect((await point.call('o-li', 'listMessages', {})).messages).toMatchObject([
      { data: { thing1: '志愿者审核通过' } },
    ])
  })

  it('is listed with dates for the desk alone', async () => {
    const { volunteers } = await point.call('o-community', 'listVolunteers', { siteId: SITE })
    expect(volunteers).toMatchObject([
      { name: '李阿姨', certificateUntil: '2026-11-27', minutes: 0 },
    ])
    expect(volunteers[0]).not.toHaveProperty('openid')
    expect(await point.tryCall('o-li', 'listVolunteers', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('An open session', () => {
  it('is led by who signs up first; twice is told plainly', async () => {
    expect(await sign('o-li', morning.id)).toMatchObject({ ok: true })
    expect(await sign('o-li', morning.id)).toMatchObject({ code: 'already_signed_up' })
    const { sessions } = await point.call('o-li', 'showVolunteer', { siteId: SITE })
    expect(sessions[0]).toMatchObject({ id: earlier.id, lead: { open: 1, problems: [] } })
    expect(sessions[1]).toMatchObject({ mine: 'lead', leader: '李阿姨', offered: false })
    expect(sessions[2]).toMatchObject({ lead: { problems: [{ why: 'clash', title: '故事a' }] } })
    expect(sessions[3]).toMatchObject({ lead: { problems: [{ why: 'certificate' }] } })
  })

  it('is refused where another overlaps, or the certificate ends the day before', async () => {
    expect(await sign('o-li', overlap.id)).toMatchObject({
      detail: { problems: [{ why: 'clash' }] },
    })
    expect(await sign('o-li', late.id)).toMatchObject({
      detail: { problems: [{ why: 'certificate', until: '2026-11-27' }] },
    })
  })

  it('gives its last spot to one of many who tap at once', async () => {
    const openids = Array.from({ length: 8 }, (_, n) => `o-many-${n}`)
    for (const openid of openids) await helped(openid, openid.slice(2))
    const answers = await Promise.all(openids.map((openid) => sign(openid, morning.id, 'help')))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((each) => !each.ok && each.code === 'spot_taken')).toHaveLength(7)
    expect((await stored(morning.id)).helpers).toHaveLength(1)
  })

  it('puts nobody into two sessions at once, however fast they tap', async () => {
    await helped('o-two', '两场')
    const answers = await Promise.all([sign('o-two', overlap.id), sign('o-two', earlier.id)])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const clash = session('e', TOMORROW, ['10:30', '11:00'])
    const again = session('f', TOMORROW, ['10:30', '11:00'])
    const [week] = await point.documents('programmes')
    const sessions = { ...week.sessions, [clash.id]: clash, [again.id]: again }
    await point.control('documents', {
      collection: 'programmes',
      documents: [{ ...week, sessions }],
    })
    await helped('o-three', '三场')
    const both = await Promise.all([sign('o-three', clash.id), sign('o-three', again.id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('A spot that is offered', () => {
  it('stays with its person until another takes it, who is gated alike', async () => {
    const offer = (offered: boolean) =>
      point.call('o-li', 'offerSpot', { siteId: SITE, sessionId: morning.id, offered })
    expect(await sign('o-many-7', morning.id)).toMatchObject({ ok: false })
    await offer(true)
    await apply('o-raw', '没审核')
    expect(await sign('o-raw', morning.id)).toMatchObject({ code: 'not_assignable' })
    expect((await stored(morning.id)).leader).toMatchObject({ name: '李阿姨', offered: true })
    await helped('o-next', '王叔')
    expect(await sign('o-next', morning.id)).toMatchObject({ ok: true })
    expect((await stored(morning.id)).leader).toMatchObject({ name: '王叔' })
    expect((await point.call('o-li', 'listMessages', {})).messages[0].data).toMatchObject({
      thing2: '王叔接了《故事a》',
    })
  })
})

describe('The desk', () => {
  const change = (sessionId: string, what: object) =>
    point.tryCall('o-community', 'changeCrew', { siteId: SITE, sessionId, change: what })

  it('cannot put in whom the rules keep out', async () => {
    const { volunteers } = await point.call('o-community', 'listCrews', { siteId: SITE })
    const li = volunteers.find(({ name }: any) => name === '李阿姨')
    const put = { to: 'put', part: 'lead', volunteerId: li.id }
    expect(await change(late.id, put)).toMatchObject({ code: 'not_assignable' })
    await vet({ id: li.id, rev: li.rev }, { certificateUntil: '2027-11-27' })
    expect(await change(late.id, put)).toMatchObject({ ok: true })
    expect(await change(late.id, { to: 'want', helpers: 2 })).toMatchObject({ ok: true })
    expect(await stored(late.id)).toMatchObject({ leader: { name: '李阿姨' }, helpersWanted: 2 })
    expect(await change(late.id, { to: 'remove', volunteerId: li.id })).toMatchObject({ ok: true })
    expect((await stored(late.id)).leader.name).toBe('')
  })

  it('confirms time after the session, and corrects it with an entry more', async () => {
    const { volunteers } = await point.call('o-community', 'listCrews', { siteId: SITE })
    const { id } = volunteers.find(({ name }: any) => name === '两场')
    const confirm = (openid: string, seenMinutes: number, minutes: number, why = '') =>
      point.tryCall(openid, 'confirmHours', {
        siteId: SITE,
        sessionId: earlier.id,
        volunteerId: id,
        seenMinutes,
        minutes,
        why,
      })
    expect(await confirm('o-community', 0, 30)).toMatchObject({ code: 'duty_not_over' })
    await point.at(TODAY, '11:30')
    expect(await confirm('o-two', 0, 30)).toMatchObject({ code: 'forbidden' })
    expect(await confirm('o-community', 0, 20)).toMatchObject({ code: 'invalid_input' })
    const both = await Promise.all([confirm('o-community', 0, 30), confirm('o-chen', 0, 30)])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await confirm('o-community', 30, 45)).toMatchObject({ code: 'why_needed' })
    expect(await confirm('o-community', 30, 45, '还帮忙收拾')).toMatchObject({ ok: true })
    expect(await confirm('o-chen', 30, 60, '不知道')).toMatchObject({
      code: 'hours_changed',
      detail: { minutes: 45 },
    })
    const year = { siteId: SITE, year: 2026 }
    expect(await point.call('o-two', 'showService', year)).toMatchObject({
      minutes: 45,
      served: [{ title: '故事d', part: 'lead', minutes: 45 }],
    })
    const entries = (await point.documents('serviceHours')).map(({ minutes }) => minutes)
    expect(new Set(entries)).toEqual(new Set([15, 30]))
  })

  it('lets somebody go: their sessions are open again', async () => {
    const { volunteers } = await point.call('o-community', 'listCrews', { siteId: SITE })
    const next = volunteers.find(({ name }: any) => name === '王叔')
    await vet({ id: next.id, rev: next.rev }, { ended: true })
    expect((await stored(morning.id)).leader.name).toBe('')
    expect((await point.call('o-next', 'enterApp', {})).me.roles).toEqual([])
  })
})

describe('A certificate that ends within thirty days', () => {
  it('is told to its person once', async () => {
    const told = async () =>
      (await point.call('o-many-0', 'listMessages', {})).messages.filter(
        ({ data }: any) => data.thing1 === '健康证快到期了',
      )
    await point.control('timers/scheduled')
    await point.control('timers/scheduled')
    expect(await told()).toMatchObject([{ data: { thing2: '11月27日到期，请换新后交给社区' } }])
  })
})

describe('What is kept of a volunteer', () => {
  it('is theirs to take away, and goes when they withdraw, with the name in old sessions', async () => {
    const { volunteers } = await point.call('o-two', 'exportMyData', {})
    expect(volunteers).toMatchObject([{ name: '两场', hours: [{ minutes: 30 }, { minutes: 15 }] }])
    await point.call('o-two', 'eraseMe', {})
    expect(await point.call('o-two', 'showVolunteer', { siteId: SITE })).toMatchObject({
      sessions: [],
    })
    expect((await stored(earlier.id)).leader).toEqual({ name: '', role: 'volunteer' })
    expect(await point.documents('serviceHours')).toEqual([])
  })
})
