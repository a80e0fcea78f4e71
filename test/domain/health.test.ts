import {
  checkUpUntilOf,
  healthAfter,
  healthGapsOf,
  refuseHealth,
  type ChildHealth,
} from '../../miniprogram/domain/health'
import { localDate } from '../../miniprogram/domain/time'

const on = (date: string) => localDate(date)
const gaps = (health: ChildHealth, date: string) =>
  healthGapsOf(health, on(date)).map(({ what }) => what)

describe('a check-up', () => {
  const health = { checkUpOn: on('2026-05-20'), checkUpUntil: on('2026-11-20') }

  test('of May is good for six months, its last day included', () => {
    expect(checkUpUntilOf(on('2026-05-20'), 6)).toBe('2026-11-20')
    expect(gaps(health, '2026-11-20')).toEqual([])
    expect(gaps(health, '2026-11-21')).toEqual(['check_up'])
  })

  test('of 31 August is good until the last day of February', () =>
    expect(checkUpUntilOf(on('2026-08-31'), 6)).toBe('2027-02-28'))

  test('that nobody has written down is no gap: the tick for seen papers stands for it', () =>
    expect(gaps({}, '2026-11-21')).toEqual([]))
})

test('a vaccination is due on its day: the day before is the last good one', () => {
  const { vaccinatedUntil } = healthAfter(
    undefined,
    { nextVaccinationOn: on('2026-12-01') },
    { today: on('2026-11-25'), checkUpMonths: 6 },
  )
  expect(vaccinatedUntil).toBe('2026-11-30')
  expect(gaps({ vaccinatedUntil: on('2026-11-30') }, '2026-11-30')).toEqual([])
  expect(gaps({ vaccinatedUntil: on('2026-11-30') }, '2026-12-01')).toEqual(['vaccination'])
})

describe('away for three months', () => {
  const lastHereOn = on('2026-08-20')

  test('to the day is not more than three months, a day longer is', () => {
    expect(gaps({ lastHereOn }, '2026-11-20')).toEqual([])
    expect(gaps({ lastHereOn }, '2026-11-21')).toEqual(['away'])
  })

  test('is made good by a check-up after the last day here, not by one before it', () => {
    const until = { checkUpUntil: on('2027-03-01') }
    expect(gaps({ lastHereOn, checkUpOn: on('2026-11-01'), ...until }, '2026-11-21')).toEqual([])
    expect(gaps({ lastHereOn, checkUpOn: on('2026-08-20'), ...until }, '2026-11-21')).toEqual([
      'away',
    ])
  })

  test('and an old check-up are one paper, asked for once', () =>
    expect(gaps({ lastHereOn, checkUpUntil: on('2026-10-01') }, '2026-11-21')).toEqual([
      'check_up',
    ]))
})

describe('after an illness', () => {
  const health = { excludedUntil: on('2026-12-09') }

  test('the child stays at home until its day, and then shows a note', () => {
    expect(refuseHealth(health, on('2026-12-08'))).toEqual({
      code: 'child_excluded',
      until: '2026-12-09',
    })
    expect(refuseHealth(health, on('2026-12-09'))).toEqual({
      code: 'health_expired',
      what: 'return_note',
      date: '2026-12-09',
    })
  })

  test('so it is in a class where its adult stays; no other paper is asked there', () => {
    const accompanied = true
    expect(refuseHealth(health, on('2026-12-08'), accompanied)).toMatchObject({
      code: 'child_excluded',
    })
    expect(refuseHealth(health, on('2026-12-09'), accompanied)).toMatchObject({
      what: 'return_note',
    })
    const old = { checkUpUntil: on('2026-10-01'), vaccinatedUntil: on('2026-10-01') }
    expect(refuseHealth(old, on('2026-12-09'))).toMatchObject({ what: 'check_up' })
    expect(refuseHealth(old, on('2026-12-09'), accompanied)).toBeUndefined()
  })

  const seen = (returnOn: string, today: string) =>
    healthAfter(health, { returnOn: on(returnOn) }, { today: on(today), checkUpMonths: 6 })

  test('the doctor’s note wins, earlier or later than the table', () => {
    expect(seen('2026-11-30', '2026-11-30').excludedUntil).toBeUndefined()
    expect(seen('2026-12-20', '2026-12-08').excludedUntil).toBe('2026-12-20')
  })

  test('a new check-up does not end it: only the note does', () =>
    expect(
      healthAfter(
        health,
        { checkUpOn: on('2026-11-30') },
        { today: on('2026-11-30'), checkUpMonths: 6 },
      ),
    ).toEqual({ ...health, checkUpOn: '2026-11-30', checkUpUntil: '2027-05-30' }))
})
