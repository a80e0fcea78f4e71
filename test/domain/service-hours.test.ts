import {
  decideHoursConfirmed,
  minutesSum,
  servedOf,
  type HoursEntry,
} from '../../miniprogram/domain/service-hours'
import type { SessionId, SiteId, VolunteerId } from '../../miniprogram/domain/ids'
import type { MONDAY } from '../support/a-day'
import { aSession } from '../support/a-session'
import { anInstant } from '../support/an-instant'

const session = aSession()
const confirm = (more: Partial<Parameters<typeof decideHoursConfirmed>[0]>) => {
  const result = decideHoursConfirmed({
    session,
    before: [],
    seenMinutes: 0,
    minutes: 30,
    why: '',
    now: anInstant('2026-09-07 10:30'),
    ...more,
  })
  return result.ok ? result.value.minutes : result.refusal.code
}

describe('time that staff confirm', () => {
  test('is confirmed once the session is over', () => {
    expect(confirm({})).toBe(30)
    expect(confirm({ now: anInstant('2026-09-07 10:29') })).toBe('duty_not_over')
    expect(confirm({ session: { ...session, cancelled: { at: 0 as never, why: '停电' } } })).toBe(
      'duty_not_over',
    )
  })

  test('is corrected by the difference, with a reason', () => {
    const before = [{ minutes: 30 }]
    expect(confirm({ before, seenMinutes: 30, minutes: 45 })).toBe('why_needed')
    expect(confirm({ before, seenMinutes: 30, minutes: 45, why: '还帮忙收拾' })).toBe(15)
    expect(confirm({ before, seenMinutes: 30, minutes: 0, why: '没有来' })).toBe(-30)
  })

  test('is not counted twice by a second tap, and not over somebody else', () => {
    expect(confirm({ before: [{ minutes: 30 }], minutes: 30 })).toBe(0)
    expect(confirm({ before: [{ minutes: 60 }], minutes: 30 })).toBe('hours_changed')
  })
})

test('a year lists what stands of each session, the latest first', () => {
  const entry = (session: string, date: string, minutes: number): HoursEntry => ({
    id: '',
    siteId: 'yucun' as SiteId,
    volunteerId: 'may' as VolunteerId,
    sessionId: session as SessionId,
    date: date as typeof MONDAY,
    title: session,
    part: 'lead',
    minutes,
    by: '社区小李',
    at: anInstant('2026-09-07 12:00'),
  })
  const entries = [
    entry('rain', '2026-09-07', 30),
    entry('moon', '2026-09-09', 60),
    entry('rain', '2026-09-07', 15),
    entry('gone', '2026-09-08', 30),
    entry('gone', '2026-09-08', -30),
  ]
  expect(servedOf(entries).map(({ title, minutes }) => [title, minutes])).toEqual([
    ['moon', 60],
    ['rain', 45],
  ])
  expect(minutesSum(entries)).toBe(105)
})
