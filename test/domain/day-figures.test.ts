import { dayFiguresOf } from '../../miniprogram/domain/day-figures'
import { aDay } from '../support/a-day'
import { aReservation, aWait, withReservations } from '../support/a-reservation'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const inAt = anInstant('2026-09-07 09:00')
const slotsOf = (day = aDay()) => dayFiguresOf(day)?.slots ?? {}

describe('a day that is over', () => {
  test('counts children who came, in the half hours of their care', () => {
    const day = withReservations(
      aDay(),
      aReservation({ family: 'came', state: 'gone', inAt }),
      aReservation({ family: 'stayed-away', state: 'missed' }),
      aReservation({ family: 'longer', state: 'gone', inAt, span: aSpan('9:00-12:00') }),
    )
    const slots = slotsOf(day)
    expect(['0900', '1030', '1100'].map((key) => slots[key as never])).toEqual([
      { used: 2, offered: expect.any(Number) },
      { used: 2, offered: expect.any(Number) },
      { used: 1, offered: expect.any(Number) },
    ])
  })

  test('offered what its carers, groups and room allowed: one carer stands for seven', () => {
    const offered = (carers: Record<string, number>) =>
      (slotsOf(aDay({ carers })) as Record<string, { offered: number }>)['0900']?.offered
    expect(offered({ little: 0, big: 1 })).toBe(7)
    expect(offered({ little: 1, big: 1 })).toBe(14)
    expect(offered({ little: 3, big: 3 })).toBe(19)
  })

  test('counts families that waited to its end, and has no figures when it was closed', () => {
    const waits = { family: aWait(), other: aWait({ family: 'other' }) }
    expect(dayFiguresOf({ ...aDay(), waits })?.waited).toBe(2)
    const closed = aDay({ closures: [{ date: aDay().date, why: '台风' }] as never })
    expect(dayFiguresOf(closed)).toBeUndefined()
  })
})
