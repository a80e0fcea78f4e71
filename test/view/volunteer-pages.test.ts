import type { SessionId, VolunteerId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { crewListOf, crewSheetOf, stepMinutes } from '../../miniprogram/view/crew-list'
import { vettingErrorsOf } from '../../miniprogram/view/vetting-form'
import { NEW_VOLUNTEER, toggled, volunteerErrorsOf } from '../../miniprogram/view/volunteer-form'
import { volunteerHomeOf } from '../../miniprogram/view/volunteer-home'
import { volunteerListOf } from '../../miniprogram/view/volunteer-list'
import { MONDAY } from '../support/a-day'
import { aSession } from '../support/a-session'
import { aVolunteer } from '../support/a-volunteer'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-09-06 12:00')
const may = aVolunteer()
const shut = { open: 0, problems: [] }
const crewed = (more: object = {}) => ({
  ...aSession(),
  leader: '',
  helpers: [],
  offered: false,
  lead: shut,
  help: shut,
  ...more,
})

describe('the volunteer’s own page', () => {
  const homeOf = (...sessions: ReturnType<typeof crewed>[]) =>
    volunteerHomeOf({ now, volunteer: may, sessions, minutes: 90 })

  test('reads like a sentence, and offers what is open', () => {
    const home = homeOf(
      crewed({ mine: 'lead', leader: '阿May', helpers: ['李阿姨'] }),
      crewed({ lead: { open: 1, problems: [] }, help: { open: 1, problems: [] } }),
    )
    expect(home).toMatchObject({ year: '1.5 小时', state: { words: '在册' } })
    expect(home?.duties[0]).toMatchObject({
      when: '明天 9 月 7 日 10:00–10:30',
      who: '阿May带领 · 李阿姨帮忙',
      part: '我带领',
      takes: [],
    })
    expect(home?.open[0]?.takes.map(({ label }) => label)).toEqual(['我来带', '我来帮忙'])
  })

  test('says of whom cannot come that somebody else is looked for', () => {
    const lead = { open: 1, problems: [] }
    const [open] = homeOf(crewed({ leader: '李阿姨', lead }))?.open ?? []
    expect(open).toMatchObject({ who: '李阿姨来不了，在找人换', takes: [{ label: '我来带' }] })
  })

  test('says why a session cannot be taken, below those that can', () => {
    const problems = [{ why: 'certificate', until: MONDAY } as const]
    const home = homeOf(
      crewed({ title: '不行', lead: { open: 1, problems } }),
      crewed({ title: '可以', help: { open: 1, problems: [] } }),
      crewed({ title: '满了' }),
    )
    expect(home?.open.map(({ title, why }) => [title, why])).toEqual([
      ['可以', ''],
      ['不行', '健康证 9 月 7 日到期'],
    ])
  })

  test('asks somebody unknown to apply', () =>
    expect(volunteerHomeOf({ now, sessions: [], minutes: 0 })).toBeNull())
})

describe('forms', () => {
  test('name each field that is missing', () => {
    expect(Object.keys(volunteerErrorsOf(NEW_VOLUNTEER))).toEqual([
      'name',
      'skills',
      'availability',
      'agreed',
    ])
    expect(volunteerErrorsOf({ ...may, agreed: true })).toEqual({})
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b'])
  })

  test('refuse a certificate that has run out, and a vetting of tomorrow', () => {
    const draft = { vettedOn: '2026-09-08', certificateUntil: '2026-09-06', trainings: [] }
    expect(Object.keys(vettingErrorsOf(draft, MONDAY))).toEqual(['vettedOn', 'certificateUntil'])
    const training = { date: MONDAY, what: ' ' }
    const trained = { vettedOn: '', certificateUntil: '', trainings: [training] }
    expect(Object.keys(vettingErrorsOf(trained, MONDAY))).toEqual(['trainings'])
  })
})

test('the desk’s list begins with who wants something done', () => {
  const { vettedOn: _on, ...applied } = aVolunteer({ id: 'xu', name: '小许' })
  const expired = aVolunteer({ id: 'w', name: '王叔', certificateUntil: localDate('2026-09-01') })
  const view = volunteerListOf(
    [may, expired, applied].map((each) => ({ ...each, minutes: each === may ? 45 : 0 })),
    now,
  )
  expect(view.rows.map(({ name, state }) => [name, state])).toEqual([
    ['小许', '待审核'],
    ['王叔', '健康证过期'],
    ['阿May', '在册'],
  ])
  expect(view).toMatchObject({ title: '2 位在册，1 位待审核' })
  expect(view.text).toBe('2026 年已确认的服务时数\n阿May（深港妈妈）0.75 小时')
})

describe('the desk’s sessions', () => {
  const lead = { personId: may.id, name: may.name, role: 'mother' as const }
  const over = aSession({ id: 'over', leader: lead, date: localDate('2026-09-05') })
  const open = aSession({ id: 'open', leader: { name: '', role: 'mother' } })
  const crews = { now, sessions: [over, open], volunteers: [may], hours: [] }

  test('count who is looked for, and whose time waits', () => {
    const view = crewListOf(crews)
    expect(view).toMatchObject({ wanted: '1 场还在找带领人', due: 1 })
    expect(view.days).toMatchObject([{ label: '明天 9 月 7 日 周一', rows: [{ wanting: true }] }])
    expect(view.hours).toMatchObject([{ name: '阿May', state: '待确认', minutes: 30 }])
    const stands = {
      sessionId: 'over' as SessionId,
      volunteerId: 'may' as VolunteerId,
      minutes: 45,
      entries: 1,
    }
    expect(crewListOf({ ...crews, hours: [stands] })).toMatchObject({
      due: 0,
      hours: [{ state: '✓ 0.75 小时', seenMinutes: 45 }],
    })
  })

  test('show who can lead, and why others cannot', () => {
    const english = aSession({ id: 'english', language: 'english', leader: open.leader })
    expect(crewSheetOf({ ...crews, sessions: [open, english] }, 'open')?.lead).toMatchObject([
      { name: '阿May', why: '', on: false },
    ])
    expect(crewSheetOf({ ...crews, sessions: [open, english] }, 'english')?.lead).toMatchObject([
      { why: '需要会讲英语' },
    ])
  })

  test('confirm in quarter hours, from nothing to a working day', () => {
    expect([stepMinutes(30, 1), stepMinutes(0, -1), stepMinutes(480, 1)]).toEqual([45, 0, 480])
  })
})
