import { STANDARD_HEALTH } from '../../miniprogram/domain/illness'
import type { BookingId, ChildId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { auditRowOf, type AuditFacts } from '../../miniprogram/view/audit-list'
import {
  awayRowsOf,
  gapNoteOf,
  healthErrorsOf,
  healthLinesOf,
  healthNoteOf,
} from '../../miniprogram/view/child-health'
import type { BookId } from '../../miniprogram/domain/ids'
import { bookTapped, noteLinesOf, noteTapped, noteViewOf } from '../../miniprogram/view/day-note'
import { dutyViewOf } from '../../miniprogram/view/duty'
import { exposureViewOf } from '../../miniprogram/view/exposure'
import {
  healthRulesViewOf,
  rulesErrorsOf,
  stepped,
  withNewIllness,
} from '../../miniprogram/view/health-rules'
import { incidentCardOf, incidentErrorsOf } from '../../miniprogram/view/incident'
import {
  ALL_WELL,
  EMPTY_CHECK,
  checkDoneOf,
  checkErrorsOf,
  checkViewOf,
} from '../../miniprogram/view/morning-check'
import { aDay } from '../support/a-day'
import { aRoomChild } from '../support/a-room-child'
import { anInstant } from '../support/an-instant'

const today = localDate('2026-11-25')
const rules = STANDARD_HEALTH

const fish = { id: 'yucun_fish' as BookId, title: '小鱼的渔邨' }

describe('the morning check', () => {
  test('takes three taps for a well child, and nothing for seen that nobody tapped', () => {
    expect(Object.keys(checkErrorsOf(EMPTY_CHECK, rules))).toEqual(['tenths', 'skin'])
    const measured = { ...EMPTY_CHECK, tenths: 365 }
    expect(Object.keys(checkErrorsOf(measured, rules))).toEqual(['skin'])
    const well = { ...measured, ...ALL_WELL }
    expect(checkErrorsOf(well, rules)).toEqual({})
    expect(checkViewOf(well, rules)).toMatchObject({
      degrees: '36.5',
      allWell: true,
      suspicions: [],
      button: '记下',
    })
  })

  test('asks what spots may be; a second look may let the child stay, a fever may not', () => {
    const spots = { ...EMPTY_CHECK, ...ALL_WELL, tenths: 365, skin: 'spots' as const }
    expect(checkErrorsOf(spots, rules)).toHaveProperty('suspicion')
    expect(checkViewOf(spots, rules).suspicions[0]).toMatchObject({ value: 'none' })
    const chosen = { ...spots, suspicion: 'hand-foot-mouth' }
    expect(checkViewOf(chosen, rules).button).toBe('记下，请家长接回')
    const fever = checkViewOf({ ...EMPTY_CHECK, ...ALL_WELL, tenths: 380 }, rules)
    expect(fever.fever).toBe(true)
    expect(fever.suspicions.map(({ value }) => value)).not.toContain('none')
  })

  test('does not take medicine without a signature', () => {
    const form = { ...EMPTY_CHECK, ...ALL_WELL, tenths: 365, medicine: '布洛芬' }
    expect(checkErrorsOf(form, rules)).toHaveProperty('medicine')
    expect(checkErrorsOf({ ...form, authorised: true }, rules)).toEqual({})
  })

  test('says what follows: until when, what was cancelled, that it costs nothing', () =>
    expect(
      checkDoneOf('小雨', {
        outcome: 'goes_home',
        illness: '手足口病',
        returnOn: localDate('2026-12-09'),
        cancelled: 2,
        told: true,
      }),
    ).toEqual({
      stays: false,
      title: '小雨 先回家休息',
      text: '疑似手足口病。12 月 9 日 周三起可以再来，医生证明优先。之前的 2 个预约已免费取消。今天不收费，位置已经让出。',
      kept: '',
    }))

  test('and without network that only this phone knows it yet', () =>
    expect(checkDoneOf('小雨', { outcome: 'stays', cancelled: 0, told: false })).toMatchObject({
      title: '小雨 晨检好了',
      kept: expect.stringContaining('先记在这部手机上'),
    }))
})

describe('health dates', () => {
  const expired = { checkUpUntil: localDate('2026-11-20') }
  const excluded = { excludedUntil: localDate('2026-12-09') }

  test('are told before booking with what to bring, and say nothing while all is well', () => {
    expect(gapNoteOf('小雨', expired, today)).toBe(
      '小雨：体检过期了。可以先约，来的时候带新的儿童健康检查表，老师看过才能入园。',
    )
    expect(healthNoteOf('小雨', undefined, today)).toBe('')
    expect(healthNoteOf('小雨', excluded, today)).toBe(
      '小雨要在家休息，12 月 9 日 周三起可以再来，医生证明优先。',
    )
  })

  test('are lines that a carer can read, and dates that cannot be are refused beside their field', () => {
    expect(healthLinesOf({ ...expired, ...excluded })).toEqual([
      { label: '体检有效到', text: '2026-11-20' },
      { label: '在家休息', text: '2026-12-09 起可以再来' },
    ])
    const form = { checkUpOn: '2026-11-26', nextVaccinationOn: '2026-11-25', returnOn: '' }
    expect(Object.keys(healthErrorsOf(form, today))).toEqual(['checkUpOn', 'nextVaccinationOn'])
    expect(
      healthErrorsOf({ checkUpOn: '2026-11-25', nextVaccinationOn: '', returnOn: '' }, today),
    ).toEqual({})
  })

  test('a child at home is listed until its note was seen', () => {
    const child = { childId: 'f-1' as ChildId, name: '小雨', guardians: [] }
    const rows = (date: string) =>
      awayRowsOf([{ ...child, health: excluded }], localDate(date)).map(({ until }) => until)
    expect(rows('2026-12-08')).toEqual(['12 月 9 日 周三起可以再来'])
    expect(rows('2026-12-09')).toEqual(['休息的日子到了，等看返园证明'])
  })
})

describe('a day note', () => {
  const here = aRoomChild({ name: '小雨', state: 'inside' })
  const gone = aRoomChild({ name: '安安', state: 'gone' })
  const state = {
    children: [gone, here, aRoomChild({ name: '果果' })],
    notes: { [gone.bookingId]: { eaten: 'all' as const } },
    chosen: [] as readonly BookingId[],
    said: {},
    sentence: '',
    books: [fish],
    typed: '',
    found: [],
  }

  test('is for who is here and who has gone home; who was written about has a tick', () => {
    const view = noteViewOf(state)
    expect(view.kids.map(({ label }) => label)).toEqual(['小雨', '安安 ✓'])
    expect(view).toMatchObject({ button: '先选孩子', ready: false })
  })

  test('is three taps: whom, what, done; a second tap on a word takes it back', () => {
    const chosen = [here.bookingId]
    const said = noteTapped({}, 'sleptMinutes', '90')
    expect(said).toEqual({ sleptMinutes: 90 })
    expect(noteViewOf({ ...state, chosen, said })).toMatchObject({
      button: '写给 1 个孩子',
      ready: true,
    })
    expect(noteTapped(said, 'sleptMinutes', '90')).toEqual({})
    const once = bookTapped({}, fish.id, [fish])
    expect(once).toEqual({ bookIds: [fish.id] })
    expect(bookTapped(once, fish.id, [fish])).toEqual({})
    expect(bookTapped({}, '自己带来的书', [fish])).toEqual({ books: ['自己带来的书'] })
    expect(noteViewOf({ ...state, chosen }).button).toBe('点一下怎么样')
  })

  test('reads as lines for the family', () =>
    expect(
      noteLinesOf({ eaten: 'some', sleptMinutes: 0, nappies: 7, books: ['小鱼', '月亮'] }),
    ).toEqual([
      { label: '吃饭', text: '吃了一些' },
      { label: '睡觉', text: '没睡' },
      { label: '尿布', text: '7 次' },
      { label: '听了绘本', text: '《小鱼》《月亮》' },
    ]))
})

describe('an exposure notice', () => {
  const family = { guardian: '安安爸爸', phone: '138', children: ['安安'], minutes: 95 }
  const facts = { illness: '水痘', date: today, families: [family] }

  test('counts the families and says how long each was there', () => {
    const view = exposureViewOf(facts)
    expect(view).toMatchObject({ button: '提醒这 1 家', sent: '' })
    expect(view.families[0]).toMatchObject({ children: '安安', together: '同时在园 1 小时 35 分' })
  })

  test('is sent once, and not at all when nobody was there', () => {
    const sentAt = anInstant('2026-11-25 10:12')
    expect(exposureViewOf({ ...facts, sentAt })).toMatchObject({
      button: '',
      sent: '11 月 25 日 10:12 已经提醒',
    })
    expect(exposureViewOf({ ...facts, families: [] }).button).toBe('')
  })
})

describe('an incident', () => {
  const now = anInstant('2026-11-25 10:30')
  const form = { time: '10:10', place: '教室', what: '滑倒', action: '冷敷', told: '妈妈，电话' }
  const incident = {
    ...form,
    id: 'i1',
    date: today,
    time: '10:10' as never,
    children: ['小雨'],
    by: '林老师',
    recordedAt: now,
  }

  test('needs a child, a time that has been, and words for each question', () => {
    expect(incidentErrorsOf(form, 1, now)).toEqual({})
    const empty = { time: '10:31', place: ' ', what: '', action: '', told: '' }
    expect(Object.keys(incidentErrorsOf(empty, 0, now))).toEqual([
      'bookingIds',
      'time',
      'place',
      'what',
      'action',
      'told',
    ])
  })

  test('reminds of its recording, the louder the less time is left, until somebody saved it', () => {
    const card = (at: string, more: object = {}) =>
      incidentCardOf({ ...incident, ...more }, anInstant(at))
    expect(card('2026-11-25 11:00')).toMatchObject({
      title: '小雨 · 教室',
      video: '录像只保证留到 2 月 23 日，还剩 90 天',
      tone: 'sun',
      mayKeep: true,
    })
    expect(card('2027-02-20 11:00').tone).toBe('coral')
    expect(card('2027-02-24 11:00')).toMatchObject({ tone: 'coral', mayKeep: false })
    const videoKept = { by: '陈老师', at: now }
    expect(card('2027-02-20 11:00', { videoKept })).toMatchObject({
      video: '录像已保全：陈老师',
      tone: 'leaf',
      mayKeep: false,
    })
  })
})

test('a line of the list says who looked at what, when and how often', () => {
  const run: AuditFacts = {
    name: '林老师',
    what: 'room',
    from: anInstant('2026-11-25 10:01'),
    to: anInstant('2026-11-25 10:30'),
    count: 2,
    children: [{ id: 'f-1' as ChildId, name: '小雨' }],
  }
  expect(auditRowOf(run)).toMatchObject({
    when: '10:01–10:30',
    who: '林老师',
    what: '在园名单 · 1 个孩子 · 2 次',
    children: '小雨',
  })
  expect(auditRowOf({ ...run, to: run.from, count: 1 })).toMatchObject({
    when: '10:01',
    what: '在园名单 · 1 个孩子',
  })
})

test('the illness table is changed in steps that make sense, and every line has a name', () => {
  expect(stepped('days', 0, -1)).toBe(0)
  expect(stepped('feverTenths', 385, 1)).toBe(385)
  const more = withNewIllness(rules, 'new-line')
  expect(rulesErrorsOf(rules)).toEqual({})
  expect(rulesErrorsOf(more)).toHaveProperty('new-line')
  expect(healthRulesViewOf(more, rulesErrorsOf(more)).rows.at(-1)).toMatchObject({
    id: 'new-line',
    wrong: '请写名字，最多 8 个字。',
  })
})

test('a carer chooses her group before she scans the wall', () => {
  expect(dutyViewOf(aDay(), '')).toMatchObject({ start: '先选在哪个班', ready: false })
  expect(dutyViewOf(aDay(), 'big')).toMatchObject({ start: '扫墙上的码，到big', ready: true })
})
