import { auditRunsOf, type AuditEntry } from '../../miniprogram/domain/audit'
import { isBlank, noteAfter } from '../../miniprogram/domain/day-note'
import { carersIn, decideDuty } from '../../miniprogram/domain/duty'
import { slotDeltasOf } from '../../miniprogram/domain/day-change'
import type { BookingId, ChildId, GroupId, SiteId } from '../../miniprogram/domain/ids'
import { videoHoldOf } from '../../miniprogram/domain/incident'
import { fen } from '../../miniprogram/domain/money'
import { STAFF_ROLES, maySeeHealth, type StaffRole } from '../../miniprogram/domain/role'
import { sentHomeOf } from '../../miniprogram/domain/send-home'
import type { Reservation } from '../../miniprogram/domain/day'
import { localDate, timeOf } from '../../miniprogram/domain/time'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

describe('a day note', () => {
  test('grows through the day: what is said later adds to it or corrects the same field', () => {
    const noon = noteAfter(undefined, { eaten: 'some', books: ['小鱼'] })
    expect(noteAfter(noon, { eaten: 'all', sleptMinutes: 90, books: ['月亮', '小鱼'] })).toEqual({
      eaten: 'all',
      sleptMinutes: 90,
      books: ['小鱼', '月亮'],
    })
  })

  test('said twice is said once', () => {
    const said = { mood: 'happy', books: ['小鱼'] } as const
    expect(noteAfter(noteAfter(undefined, said), said)).toEqual(said)
  })

  test('without a word is no note; no nappy and no sleep are words', () => {
    expect(isBlank({})).toBe(true)
    expect(isBlank({ sentence: '', books: [] })).toBe(true)
    expect(isBlank({ nappies: 0 })).toBe(false)
    expect(isBlank({ sleptMinutes: 0 })).toBe(false)
  })
})

describe('a recording', () => {
  const date = localDate('2026-09-01')
  test('is sure to exist for ninety days, and somebody must save it before', () => {
    expect(videoHoldOf({ date }, localDate('2026-11-25'))).toEqual({
      until: '2026-11-30',
      daysLeft: 5,
      state: 'due',
    })
    expect(videoHoldOf({ date }, localDate('2026-11-30')).state).toBe('due')
    expect(videoHoldOf({ date }, localDate('2026-12-01')).state).toBe('lost')
  })

  test('that was saved in time stays saved', () => {
    const videoKept = { by: '陈老师', at: anInstant('2026-09-02 08:00') }
    expect(videoHoldOf({ date, videoKept }, localDate('2027-01-01')).state).toBe('kept')
  })
})

describe('a carer on duty', () => {
  const big = 'big' as GroupId
  const small = 'small' as GroupId
  const at = (time: string) => anInstant(`2026-11-25 ${time}`)
  const start = { act: 'start', name: '林老师', groupId: big } as const
  const here = { name: '林老师', groupId: big, inAt: at('08:30') }

  test('comes, goes, and may come again', () => {
    expect(decideDuty(undefined, start, at('08:30'))).toEqual({ ok: true, value: here })
    const gone = decideDuty(here, { ...start, act: 'end' }, at('12:00'))
    expect(gone).toEqual({ ok: true, value: { ...here, outAt: at('12:00') } })
    expect(decideDuty({ ...here, outAt: at('12:00') }, start, at('14:00'))).toEqual({
      ok: true,
      value: { ...here, inAt: at('14:00') },
    })
  })

  test('is told so when she comes twice, and helps another group by coming there', () => {
    expect(decideDuty(here, start, at('09:00'))).toEqual({
      ok: false,
      refusal: { code: 'already_on_duty', since: '08:30' },
    })
    expect(decideDuty(here, { ...start, groupId: small }, at('09:00'))).toMatchObject({
      value: { groupId: 'small', inAt: at('08:30') },
    })
    expect(decideDuty(undefined, { ...start, act: 'end' }, at('09:00'))).toMatchObject({
      refusal: { code: 'not_on_duty' },
    })
  })

  test('counts in the group where she is', () =>
    expect(carersIn([{ groupId: big }, { groupId: small }, { groupId: big }])).toEqual({
      big: 2,
      small: 1,
    }))
})

test('only carers and leads see what is in a child’s health file', () => {
  const yucun = 'yucun' as SiteId
  const may = (...roles: StaffRole[]) => maySeeHealth({ [yucun]: roles }, yucun)
  expect(STAFF_ROLES.map((role) => may(role))).toEqual([true, true, false, false, false])
  expect(may('operator', 'carer')).toBe(true)
})

test('looks of one person at the same children within half an hour are one line; others are their own', () => {
  const look = (time: string, openid: string, what: AuditEntry['what'] = 'room'): AuditEntry => ({
    siteId: 'yucun' as SiteId,
    date: localDate('2026-11-25'),
    at: anInstant(`2026-11-25 ${time}`),
    openid,
    name: openid,
    what,
    childIds: ['f-1' as ChildId],
  })
  const entries = [look('10:30', 'lin'), look('10:05', 'chen', 'health'), look('10:01', 'lin')]
  const runs = auditRunsOf([...entries, look('09:00', 'lin')])
  expect(runs.map(({ name, count, from, to }) => [name, count, timeOf(from), timeOf(to)])).toEqual([
    ['lin', 2, '10:01', '10:30'],
    ['chen', 1, '10:05', '10:05'],
    ['lin', 1, '09:00', '09:00'],
  ])
})

describe('a child that the morning check sends home', () => {
  const before: Reservation = {
    state: 'booked',
    childId: 'family-1' as never,
    householdId: 'family' as never,
    groupId: 'big' as never,
    span: aSpan('9:00-12:00'),
    load: 5,
    quote: {
      tariffVersion: '2026-09',
      minutes: 180,
      lines: [],
      totalFen: fen(4500),
      marketFen: fen(18000),
    },
    rev: 1,
    bookedAt: anInstant('2026-11-24 10:00'),
  }
  const now = anInstant('2026-11-25 09:10')
  const freed = (was: Reservation, after: Reservation) =>
    slotDeltasOf([{ id: 'booking' as BookingId, before: was, after }])
      .filter(({ children }) => children < 0)
      .map(({ key }) => key)

  test('before it came in frees its whole place and costs nothing', () => {
    const after = sentHomeOf(before, now)
    expect(after).toMatchObject({ state: 'cancelled', cancelFen: 0, sentHomeAt: now, rev: 2 })
    expect(after).toMatchObject({ cancelledBy: 'point', cancelWhy: '晨检后在家休息' })
    expect(freed(before, after)).toHaveLength(6)
  })

  test('while it is here counts until it is fetched; what it no longer needs is free', () => {
    const inside: Reservation = { ...before, state: 'inside' }
    const after = sentHomeOf(inside, now)
    expect(after).toMatchObject({ state: 'inside', span: aSpan('9:00-10:00'), sentHomeAt: now })
    expect(after.quote.totalFen).toBe(0)
    expect(freed(inside, after)).toEqual(['1000', '1030', '1100', '1130'])
  })
})
