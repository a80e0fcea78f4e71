import { HALF_DAYS } from '../../miniprogram/domain/volunteer'
import { SITE } from '../../local/seed/site'
import { DESK, FACTS, aProgramme } from '../support/a-programme'
import { TODAY, TOMORROW, openPoint, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

/** One of the mothers' team, always free, who tells stories in every language. */
async function vetted(openid: string, name: string, certificateUntil: string): Promise<string> {
  const { volunteer } = await point.call(openid, 'saveVolunteer', {
    siteId: SITE,
    rev: 0,
    name,
    team: 'mother',
    skills: ['stories'],
    languages: ['mandarin', 'cantonese', 'english'],
    availability: HALF_DAYS,
    agreed: true,
  })
  await point.call(DESK, 'vetVolunteer', {
    siteId: SITE,
    volunteerId: volunteer.id,
    rev: 1,
    vettedOn: TODAY,
    certificateUntil,
    trainings: [],
    ended: false,
  })
  return volunteer.id as string
}

const { save, planned } = aProgramme(() => point)

describe('Planning a week', () => {
  it('shows a session to everybody at once, with its free places and without anybody’s account', async () => {
    const leader = {
      personId: await vetted('o-may', '阿May', '2027-11-30'),
      name: '阿May',
      role: 'mother',
    }
    const id = await planned('08:30', '09:00', { leader })
    const { sessions } = await point.call('o-anybody', 'showProgramme', { siteId: SITE })
    expect(sessions.find((each: any) => each.id === id)).toMatchObject({
      title: '毛毛虫的早餐',
      leader: { name: '阿May', role: 'mother' },
      free: 8,
      limit: 'session',
      priceFen: 0,
    })
    expect(JSON.stringify(sessions)).not.toContain(leader.personId)
  })

  it('shows and changes a session whose leader wants to hand it on, and she still wants to', async () => {
    const weekly = { siteId: SITE, monday: TOMORROW }
    const { sessions } = await point.call(DESK, 'showWeekPlan', weekly)
    const { id, span, leader } = sessions.find(({ leader: { personId } }: any) => personId)
    await point.call('o-may', 'offerSpot', { siteId: SITE, sessionId: id, offered: true })
    const shown = (await point.call(DESK, 'showWeekPlan', weekly)).sessions
    expect(shown.find((each: any) => each.id === id)).toMatchObject({ leader })
    expect(await save({ span, leader, places: 7 }, { sessionId: id })).toMatchObject({ ok: true })
    const [week] = await point.documents('programmes')
    expect(week.sessions[id]).toMatchObject({ places: 7, leader: { ...leader, offered: true } })
  })

  it('refuses a leader whose health certificate ends before the day, chosen or typed', async () => {
    const personId = await vetted('o-mei', '美姐', '2026-11-26')
    const span = { from: '11:00', to: '11:30' }
    for (const leader of [
      { personId, name: '美姐', role: 'mother' },
      { name: '美姐', role: 'volunteer' },
    ])
      expect(await save({ span, leader }, { date: '2026-11-27' })).toMatchObject({
        code: 'not_assignable',
        detail: { name: '美姐', problems: [{ why: 'certificate', until: '2026-11-26' }] },
      })
    const unknown = { personId: 'nobody', name: '谁', role: 'mother' }
    expect(await save({ span, leader: unknown })).toMatchObject({
      detail: { fields: [{ path: 'session.leader' }] },
    })
  })

  it('copies a week with a session open whose leader cannot lead it then', async () => {
    const span = { from: '15:00', to: '15:30' }
    const leader = { name: '美姐', role: 'mother' }
    expect(await save({ span, leader, title: '谁来讲' })).toMatchObject({ ok: true })
    await point.call(DESK, 'fillWeek', { siteId: SITE, from: '2026-11-23', to: '2026-12-14' })
    const weeks: any[] = await point.documents('programmes')
    const copied = weeks
      .filter(({ monday }) => monday === '2026-12-14')
      .flatMap(({ sessions }) => Object.values<any>(sessions))
    expect(copied.find(({ title }) => title === '谁来讲')).toMatchObject({
      date: '2026-12-17',
      leader: { name: '', role: 'mother' },
    })
  })

  it('says which session has the room, which one the leader leads, and when the children sleep', async () => {
    await planned('09:00', '09:30')
    const span = { from: '09:00', to: '09:45' }
    expect(await save({ span, leader: { name: '李阿姨', role: 'volunteer' } })).toMatchObject({
      code: 'room_taken',
      detail: { room: '绘本角', by: '毛毛虫的早餐' },
    })
    expect(await save({ span, room: 'play' })).toMatchObject({
      code: 'leader_busy',
      detail: { leader: '阿May' },
    })
    expect(await save({ span: { from: '13:30', to: '14:30' } })).toMatchObject({ code: 'nap_time' })
    expect(await save({ span: { from: '17:30', to: '18:30' } })).toMatchObject({
      code: 'outside_hours',
    })
  })

  it.each([
    ['a room that is not there', { room: 'garden' }, 'session.room'],
    ['ages the wrong way round', { fromMonths: 36, toMonths: 18 }, 'session.toMonths'],
    ['no title', { title: '  ' }, 'session.title'],
    ['no places', { places: 0 }, 'session.places'],
  ])('names the field of %s', async (_name, facts, path) => {
    expect(await save(facts)).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path }] },
    })
  })

  it('of two who plan the same room at once one is told', async () => {
    const span = { from: '16:00', to: '16:30' }
    const both = await Promise.all([
      save({ span, title: '第一本' }),
      save({ span, title: '第二本', leader: { name: 'Joyce', role: 'mother' } }),
    ])
    expect(new Set(both.map(({ ok, code }) => (ok ? 'ok' : code)))).toEqual(
      new Set(['ok', 'room_taken']),
    )
  })

  it('copies a week, names what cannot be there, and copies it once', async () => {
    const monday = '2026-11-23'
    const closing = { siteId: SITE, date: '2026-12-03', span: { from: '08:30', to: '09:00' } }
    await point.call(DESK, 'addClosure', { ...closing, why: '消毒', seenBookings: 0 })
    const copy = () =>
      point.call(DESK, 'fillWeek', { siteId: SITE, from: monday, to: '2026-11-30' })
    const first = await copy()
    expect(first.made).toBeGreaterThan(1)
    expect(first.left).toMatchObject([{ date: '2026-12-03', why: 'half_hour_closed' }])
    expect(await copy()).toMatchObject({ made: 0 })
  })

  it('keeps a session in the timetable, and fills a week from it', async () => {
    const session = { ...FACTS, span: { from: '11:00', to: '11:30' }, title: '每周都有' }
    await save(session, { every: true })
    const input = { siteId: SITE, to: '2026-12-07' }
    expect(await point.call(DESK, 'fillWeek', input)).toEqual({ made: 1, left: [] })
    const plan = await point.call(DESK, 'showWeekPlan', { siteId: SITE, monday: '2026-12-09' })
    expect(plan.sessions).toMatchObject([{ title: '每周都有', date: '2026-12-10' }])
    expect(plan.sessions).toMatchObject([{ every: true }])
  })

  it('takes a line out of the timetable on saving; what is planned stays, and other changes leave it', async () => {
    const span = { from: '11:00', to: '11:30' }
    const monday = '2026-12-07'
    const every = async () =>
      (await point.call(DESK, 'showWeekPlan', { siteId: SITE, monday })).sessions[0].every
    const { sessions } = await point.call(DESK, 'showWeekPlan', { siteId: SITE, monday })
    const change = (more: object) =>
      save(
        { span, title: '每周都有' },
        { date: sessions[0].date, sessionId: sessions[0].id, ...more },
      )
    expect(await change({})).toMatchObject({ ok: true })
    expect(await every()).toBe(true)
    for (let twice = 0; twice < 2; twice++) {
      expect(await change({ every: false })).toMatchObject({ ok: true })
      expect(await every()).toBe(false)
    }
    const fill = { siteId: SITE, to: '2026-12-21' }
    expect(await point.call(DESK, 'fillWeek', fill)).toEqual({ made: 0, left: [] })
  })

  it('names a session’s books at the desk, and lets a guest lead under a typed name', async () => {
    const { book } = await point.call('o-lin', 'saveBook', {
      siteId: SITE,
      attempt: 'attempt-book',
      title: '橘猫找家',
      author: '渔邨妈妈故事组',
      illustrator: '',
      publisher: '',
      ages: { fromMonths: 18, toMonths: 36 },
      themes: ['animals'],
      languages: ['mandarin'],
    })
    const leader = { name: '王馆长', role: 'guest' }
    const id = await planned('17:00', '17:30', { leader, bookIds: [book.id], title: '图书馆来了' })
    const plan = await point.call(DESK, 'showWeekPlan', { siteId: SITE, monday: TODAY })
    const named = { id: book.id, title: book.title }
    expect(plan.books).toContainEqual(named)
    const everybodys = await point.call('o-anybody', 'showProgramme', { siteId: SITE })
    expect(everybodys.books).toContainEqual(named)
    expect(plan.sessions.find((each: any) => each.id === id)).toMatchObject({
      leader,
      bookIds: [book.id],
    })
    expect(plan.leaders).toContainEqual(leader)
  })

  it('is not for families', async () => {
    const monday = '2026-11-23'
    expect(
      await point.tryCall('o-anybody', 'showWeekPlan', { siteId: SITE, monday }),
    ).toMatchObject({
      code: 'forbidden',
    })
  })
})
