import {
  countedAbsences,
  decideAppeal,
  isMissed,
  limitedUntil,
  missedOf,
  stoppedOf,
  type Absences,
} from '../../miniprogram/domain/absence'
import { occupies } from '../../miniprogram/domain/day-change'
import { localDate } from '../../miniprogram/domain/time'
import { MONDAY } from '../support/a-day'
import { aReservation } from '../support/a-reservation'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const at = anInstant('2026-09-07 09:30')
const absencesOn = (...dates: string[]): Absences =>
  Object.fromEntries(dates.map((date) => [localDate(date), { at }]))
const today = localDate('2026-09-30')

describe('a child that was expected at nine', () => {
  const state = aReservation({ span: aSpan('9:00-11:00') })
  test('is waited for until half past', () => {
    expect(isMissed(MONDAY, state, anInstant('2026-09-07 09:29'))).toBe(false)
    expect(isMissed(MONDAY, state, anInstant('2026-09-07 09:30'))).toBe(true)
  })

  test('is not missed when it is here, has gone home, or was cancelled', () => {
    for (const other of ['inside', 'gone', 'cancelled', 'missed', 'held'] as const)
      expect(isMissed(MONDAY, { ...state, state: other }, at)).toBe(false)
  })

  test('and was stopped for want of a paper has come: half an hour from then, and no absence', () => {
    const stopped = { act: 'stopped', at: anInstant('2026-09-07 09:10'), by: 'lin' } as const
    const came = { ...state, door: { s: stopped } }
    expect(isMissed(MONDAY, came, anInstant('2026-09-07 09:39'))).toBe(false)
    expect(isMissed(MONDAY, came, anInstant('2026-09-07 09:40'))).toBe(true)
    expect(stoppedOf(came, at)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'point',
      cancelFen: 0,
    })
    expect(stoppedOf(state, at)).toBeUndefined()
  })

  test('gives its places back, and costs what cancelling at the last minute costs', () => {
    const missed = missedOf(MONDAY, state, aTariff())
    expect(missed).toMatchObject({ state: 'missed', rev: 2, cancelFen: 500 })
    expect(occupies(missed)).toBe(false)
  })
})

describe('days on which nobody came', () => {
  test('count for thirty days', () => {
    expect(countedAbsences(absencesOn('2026-09-01'), today)).toEqual(['2026-09-01'])
    expect(countedAbsences(absencesOn('2026-08-31'), today)).toEqual([])
  })

  test('the third keeps the family from booking for a week', () => {
    expect(limitedUntil(absencesOn('2026-09-10', '2026-09-28'), today)).toBeUndefined()
    const three = absencesOn('2026-09-10', '2026-09-20', '2026-09-28')
    expect(limitedUntil(three, today)).toBe('2026-10-05')
    expect(limitedUntil(three, localDate('2026-10-04'))).toBe('2026-10-05')
    expect(limitedUntil(three, localDate('2026-10-05'))).toBeUndefined()
  })

  test('one that staff took back does not count', () => {
    const three = absencesOn('2026-09-10', '2026-09-20', '2026-09-28')
    const with20th = (lifted: boolean): Absences => {
      const day = localDate('2026-09-20')
      return { ...three, [day]: { at, answer: { lifted, by: '陈老师', at } } }
    }
    expect(limitedUntil(with20th(true), today)).toBeUndefined()
    expect(limitedUntil(with20th(false), today)).toBe('2026-10-05')
  })
})

describe('an appeal', () => {
  const absences = absencesOn('2026-09-20')
  test('is heard while the day counts and nobody has answered', () => {
    expect(decideAppeal(absences, localDate('2026-09-20'), today).ok).toBe(true)
    expect(decideAppeal(absences, localDate('2026-09-21'), today)).toMatchObject({
      refusal: { code: 'not_counted' },
    })
  })

  test('is answered once', () => {
    const answered = { '2026-09-20': { at, answer: { lifted: false, by: '陈老师', at } } }
    expect(decideAppeal(answered, localDate('2026-09-20'), today)).toMatchObject({
      refusal: { code: 'not_counted' },
    })
  })
})
