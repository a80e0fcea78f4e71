import type { VolunteerId } from '../../miniprogram/domain/ids'
import { localTime } from '../../miniprogram/domain/time'
import {
  SESSION_ENDS,
  newSessionForm,
  refusedErrorsOf,
  sessionErrorsOf,
  sessionFactsOf,
  sessionFormOf,
  sessionFormViewOf,
  type LeaderChoice,
} from '../../miniprogram/view/session-form'
import { aSpan } from '../support/a-span'

const may: LeaderChoice = { personId: 'v-may' as VolunteerId, name: '阿May', role: 'mother' }
const lin: LeaderChoice = { name: '林老师', role: 'carer' }
const ground = { rooms: [{ id: 'corner', name: '绘本角' }], leaders: [may, lin] }
const form = { ...newSessionForm(ground), title: ' 橘猫找家 ' }

describe('A session that is being written', () => {
  it('begins with the first room, half an hour in the morning, and nobody to lead it', () => {
    expect(form).toMatchObject({ room: 'corner', from: '10:00', to: '10:30', every: false })
    expect(sessionFormViewOf(form, ground)).toMatchObject({
      leaders: ['正在找带领人', '阿May · 深港妈妈', '林老师 · 老师'],
      leaderIndex: 0,
      places: '8 个',
    })
  })

  it('shows whom it has, known to the point or by name alone', () => {
    expect(sessionFormViewOf({ ...form, leader: may }, ground).leaderIndex).toBe(1)
    expect(sessionFormViewOf({ ...form, leader: lin }, ground).leaderIndex).toBe(2)
  })

  it('of three quarters of an hour finds its end among the times', () => {
    const { toIndex } = sessionFormViewOf({ ...form, to: localTime('10:45') }, ground)
    expect(SESSION_ENDS[toIndex]).toBe('10:45')
  })

  it('is sent without what only the form knows, and read back the same', () => {
    const facts = sessionFactsOf(form)
    expect(facts).toMatchObject({ title: '橘猫找家', span: { from: '10:00', to: '10:30' } })
    expect(facts).not.toHaveProperty('every')
    expect(sessionFormOf(facts)).toEqual({ ...form, title: '橘猫找家' })
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
    }
    expect(Object.keys(sessionErrorsOf(wrong))).toEqual(['title', 'span', 'ages', 'places', 'room'])
  })

  it('hears a clash beside the field that can end it, with the other session’s name and time', () => {
    const span = aSpan('10:00-10:30')
    expect(refusedErrorsOf({ code: 'room_taken', room: '绘本角', by: '下雨天', span })).toEqual({
      room: '绘本角有课了：10:00–10:30 《下雨天》在用绘本角。换个时间或场地。',
    })
    expect(refusedErrorsOf({ code: 'leader_busy', leader: '阿May', by: '下雨天', span })).toEqual({
      leader: '阿May那时有课：阿May10:00–10:30 在带《下雨天》。换个时间或带领人。',
    })
    expect(refusedErrorsOf({ code: 'nap_time', nap: aSpan('12:00-14:00') })).toHaveProperty('span')
    const fields = [{ path: 'session.toMonths', why: 'wrong' as const }]
    expect(Object.keys(refusedErrorsOf({ code: 'invalid_input', fields }))).toEqual(['ages'])
    expect(refusedErrorsOf({ code: 'session_booked', children: 2 })).toHaveProperty('span')
    expect(refusedErrorsOf({ code: 'week_changed' })).toEqual({})
  })
})
