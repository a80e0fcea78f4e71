import type { VolunteerId } from '../../miniprogram/domain/ids'
import { localTime } from '../../miniprogram/domain/time'
import {
  SESSION_ENDS,
  everyOf,
  leaderAt,
  newSessionForm,
  sessionFactsOf,
  sessionFormOf,
  sessionFormViewOf,
  type LeaderChoice,
  type SessionForm,
} from '../../miniprogram/view/session-form'
import { refusedErrorsOf, sessionErrorsOf } from '../../miniprogram/view/session-form-errors'
import type { Detail } from '../../miniprogram/view/words'
import { aBook } from '../support/a-book'
import { aSpan } from '../support/a-span'

const may: LeaderChoice = { personId: 'v-may' as VolunteerId, name: '阿May', role: 'mother' }
const lin: LeaderChoice = { name: '林老师', role: 'carer' }
const ground = { rooms: [{ id: 'corner', name: '绘本角' }], leaders: [may, lin] }
const fresh = newSessionForm(ground)
const form = { ...fresh, title: ' 橘猫找家 ' }
const refused = (detail: Detail, changed = form) => refusedErrorsOf(detail, changed, form)
const viewOf = (shown: SessionForm, before = fresh) => sessionFormViewOf(shown, before, ground)

describe('A session that is being written', () => {
  it('begins with the first room, half an hour in the morning, and nobody to lead it', () => {
    expect(form).toMatchObject({ room: 'corner', from: '10:00', to: '10:30', every: false })
    expect(viewOf(form)).toMatchObject({
      leaders: ['正在找带领人', '阿May · 深港妈妈', '林老师 · 老师', '名单外的人，写名字'],
      leaderIndex: 0,
      places: '8 个',
    })
  })

  it('shows whom it has, known to the point or by name alone', () => {
    expect(viewOf({ ...form, leader: may }).leaderIndex).toBe(1)
    expect(viewOf({ ...form, leader: lin }).leaderIndex).toBe(2)
  })

  it('may have a guest of none of the lists, who needs a name', () => {
    const guest = leaderAt(3, ground)
    expect([leaderAt(0, ground), leaderAt(1, ground)]).toEqual([fresh.leader, may])
    expect(viewOf({ ...form, leader: guest })).toMatchObject({ leaderIndex: 3, guest: true })
    expect(sessionErrorsOf({ ...form, leader: guest })).toHaveProperty('leader')
    const named = { ...form, leader: { ...guest, name: ' 图书馆王老师 ' } }
    expect(sessionErrorsOf(named)).toEqual({})
    expect(sessionFactsOf(named).leader).toEqual({ name: '图书馆王老师', role: 'guest' })
  })

  it('shows the ages that it has, also unusual ones, and keeps them to come back to', () => {
    const before = { ...form, fromMonths: 20, toMonths: 84 }
    const { ages, months, youngest, oldest } = viewOf(before, before)
    expect([ages[youngest], ages[oldest]]).toEqual(['20 个月', '7 岁'])
    expect(months).toEqual([0, 6, 12, 18, 20, 24, 30, 36, 48, 60, 72, 84])
    const changed = { ...before, fromMonths: 24 }
    expect(viewOf(changed, before).ages[viewOf(changed, before).youngest]).toBe('2 岁')
    expect(viewOf(changed, before).months).toContain(20)
  })

  it('says what saving does to the timetable, and asks where one of its sessions was changed', () => {
    const weekly = { ...form, every: true }
    expect(viewOf(weekly, weekly).everyNote).toContain('在固定课表里')
    expect(viewOf(form, weekly).everyNote).toContain('从固定课表拿掉')
    expect(viewOf(weekly, form).everyNote).toContain('保存后放进')
    expect(everyOf(form, weekly)).toBe(false)
    expect(everyOf(weekly, form)).toBe(true)
    expect(everyOf(form, form)).toBe('as_it_is')
    expect(everyOf({ ...form, places: 9 }, form)).toBe('as_it_is')
    expect(everyOf(weekly, weekly)).toBe('as_it_is')
    expect(everyOf({ ...weekly, places: 9 }, weekly)).toBe('ask')
  })

  it('of three quarters of an hour finds its end among the times', () => {
    const { toIndex } = viewOf({ ...form, to: localTime('10:45') })
    expect(SESSION_ENDS[toIndex]).toBe('10:45')
  })

  it('is sent without what only the form knows, and read back the same', () => {
    const books = [aBook({ id: 'cat' })]
    const facts = sessionFactsOf({ ...form, books })
    expect(facts).toMatchObject({ title: '橘猫找家', span: { from: '10:00', to: '10:30' } })
    expect(facts).toMatchObject({ bookIds: ['cat'] })
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['every']))
    const catalogue = [aBook({ id: 'moon' }), ...books]
    expect(sessionFormOf({ ...facts, every: false }, catalogue)).toEqual({
      ...form,
      title: '橘猫找家',
      books,
    })
  })

  it('says beside each field what is wrong with it', () => {
    expect(sessionErrorsOf(form)).toEqual({})
    const wrong = {
      ...form,
      title: '',
      to: localTime('09:30'),
      fromMonths: 36,
      places: 0,
      room: '',
      books: Array.from({ length: 13 }, (_, n) => aBook({ id: `b-${n}` })),
    }
    const fields = ['title', 'span', 'ages', 'places', 'room', 'bookIds']
    expect(Object.keys(sessionErrorsOf(wrong))).toEqual(fields)
  })

  it('hears a clash beside the field that can end it, with the other session’s name and time', () => {
    const span = aSpan('10:00-10:30')
    expect(refused({ code: 'room_taken', room: '绘本角', by: '下雨天', span })).toEqual({
      room: '绘本角有课了：10:00–10:30 《下雨天》在用绘本角。换个时间或场地。',
    })
    expect(refused({ code: 'leader_busy', leader: '阿May', by: '下雨天', span })).toEqual({
      leader: '阿May那时有课：阿May 10:00–10:30 在带《下雨天》。换个时间或带领人。',
    })
    expect(refused({ code: 'nap_time', nap: aSpan('12:00-14:00') })).toHaveProperty('span')
    const fields = [{ path: 'session.toMonths', why: 'wrong' as const }]
    expect(Object.keys(refused({ code: 'invalid_input', fields }))).toEqual(['ages'])
    const books = [{ path: 'session.bookIds.1', why: 'wrong' as const }]
    expect(refused({ code: 'invalid_input', fields: books })).toHaveProperty('bookIds')
    expect(refused({ code: 'week_changed' })).toEqual({})
  })

  it('that families have booked says so beside what was changed', () => {
    const fieldOf = (change: Partial<SessionForm>) =>
      Object.keys(refused({ code: 'session_booked', children: 2 }, { ...form, ...change }))
    expect(fieldOf({ room: 'hall' })).toEqual(['room'])
    expect(fieldOf({ toMonths: 30 })).toEqual(['ages'])
    expect(fieldOf({ places: 1 })).toEqual(['places'])
    expect(fieldOf({ accompanied: true })).toEqual(['who'])
    expect(fieldOf({ from: localTime('09:30'), room: 'hall' })).toEqual(['span'])
  })
})
