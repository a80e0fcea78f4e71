import { assignmentProblemsOf, decideAssignment } from '../../miniprogram/domain/decide-assignment'
import { addDays, localDate } from '../../miniprogram/domain/time'
import { halfDaysOf, volunteerStateOf } from '../../miniprogram/domain/volunteer'
import { MONDAY } from '../support/a-day'
import { aSession } from '../support/a-session'
import { aSpan } from '../support/a-span'
import { aVolunteer } from '../support/a-volunteer'

const may = aVolunteer()
const reading = aSession()
const why = (
  volunteer = may,
  session = reading,
  others = [reading],
  part: 'lead' | 'help' = 'lead',
) => assignmentProblemsOf(volunteer, { session, part, others }).map((problem) => problem.why)

describe('who may lead a session', () => {
  test('is vetted, holds a certificate, has the skill and the language, and is free', () =>
    expect(decideAssignment(may, { session: reading, part: 'lead', others: [reading] })).toEqual({
      ok: true,
      value: may,
    }))

  test('is nobody whom the point has not looked at, or who has left', () => {
    const { vettedOn: _on, ...applied } = may
    expect(why(applied)).toEqual(['not_vetted'])
    expect(why({ ...may, endedOn: MONDAY })).toEqual(['ended'])
  })

  test('needs a certificate that is good on the day of the session, not on the day of signing up', () => {
    const until = (certificateUntil: typeof MONDAY) => why(aVolunteer({ certificateUntil }))
    expect(until(MONDAY)).toEqual([])
    expect(until(addDays(MONDAY, -1))).toEqual(['certificate'])
    const { certificateUntil: _none, ...without } = may
    expect(why(without)).toEqual(['certificate'])
  })

  test('tells stories where stories are told, and speaks their language', () => {
    expect(why(may, aSession({ service: 'early' }))).toEqual(['skill'])
    expect(why(aVolunteer({ skills: ['science'] }), aSession({ service: 'early' }))).toEqual([])
    expect(why(may, aSession({ language: 'english' }))).toEqual(['language'])
  })

  test('helps without skill or language', () =>
    expect(why(may, aSession({ service: 'early', language: 'english' }), [], 'help')).toEqual([]))

  test('is in one place at a time: ends and begins may meet', () => {
    const leader = { personId: may.id, name: may.name, role: 'mother' as const }
    const at = (span: string, more = {}) => aSession({ id: 'other', span, leader, ...more })
    expect(why(may, reading, [at('10:15-10:45')])).toEqual(['clash'])
    expect(why(may, reading, [at('10:30-11:00')])).toEqual([])
    expect(why(may, reading, [at('10:15-10:45', { date: addDays(MONDAY, 1) })])).toEqual([])
    const cancelled = { at: 0 as never, why: '停电' }
    expect(why(may, reading, [at('10:15-10:45', { cancelled })])).toEqual([])
  })

  test('comes when they said that they can; over noon both halves', () => {
    expect(why(aVolunteer({ availability: ['1pm'] }))).toEqual(['not_available'])
    expect(halfDaysOf(MONDAY, aSpan('11:30-12:30'))).toEqual(['1am', '1pm'])
    expect(halfDaysOf(MONDAY, aSpan('11:00-12:00'))).toEqual(['1am'])
    expect(halfDaysOf(MONDAY, aSpan('12:00-12:30'))).toEqual(['1pm'])
  })

  test('hears every reason at once, by name', () => {
    const { vettedOn: _on, certificateUntil: _until, ...nobody } = aVolunteer({ skills: [] })
    expect(decideAssignment(nobody, { session: reading, part: 'lead', others: [] })).toEqual({
      ok: false,
      refusal: {
        code: 'not_assignable',
        name: '阿May',
        problems: [
          { why: 'not_vetted' },
          { why: 'certificate' },
          { why: 'skill', anyOf: ['stories'] },
        ],
      },
    })
  })
})

describe('a certificate', () => {
  const stateOn = (date: string) => volunteerStateOf(may, localDate(date))
  test('wants renewing thirty days before its last, and is good on its last', () => {
    expect(stateOn('2026-11-30')).toBe('active')
    expect(stateOn('2026-12-01')).toBe('expiring')
    expect(stateOn('2026-12-31')).toBe('expiring')
    expect(stateOn('2027-01-01')).toBe('expired')
  })
  test('counts only for who was vetted and still takes part', () => {
    expect(volunteerStateOf({ trainings: [] }, MONDAY)).toBe('applied')
    expect(volunteerStateOf({ ...may, endedOn: MONDAY }, MONDAY)).toBe('ended')
  })
})
