import {
  decideShifts,
  hasShifts,
  shiftsOn,
  withShifts,
  type Shifts,
} from '../../miniprogram/domain/roster'
import { addDays } from '../../miniprogram/domain/time'
import { MONDAY, aShift } from '../support/a-day'

const chen = aShift('Chen', 'big', '8:30-12:00')
const lin = aShift('Lin', 'big', '8:30-18:00')
const usual: Shifts = { weekly: { 1: [chen, lin] } }
const ill = { date: MONDAY, weekday: 1, every: false, shifts: [lin] } as const

describe('the roster', () => {
  test('repeats every week until a date is changed', () => {
    const roster = withShifts(usual, ill, MONDAY)
    expect(shiftsOn(roster, MONDAY, 1)).toEqual([lin])
    expect(shiftsOn(roster, addDays(MONDAY, 7), 1)).toEqual([chen, lin])
  })

  test('on a weekday that nobody works has nobody', () =>
    expect(shiftsOn(usual, addDays(MONDAY, 6), 7)).toEqual([]))

  test('changed for every Monday holds for the date as well, whatever was changed there before', () => {
    const before = withShifts(usual, ill, MONDAY)
    const after = withShifts(before, { ...ill, every: true, shifts: [chen] }, MONDAY)
    expect(after).toEqual({ weekly: { 1: [chen] }, changes: {} })
  })

  test('put back to the usual shifts is no change any more, in whatever order they are written', () => {
    const before = withShifts(usual, ill, MONDAY)
    expect(withShifts(before, { ...ill, shifts: [lin, chen] }, MONDAY).changes).toEqual({})
  })

  test('forgets changes of days that are over', () => {
    const before = withShifts(usual, ill, MONDAY)
    const thursday = { ...ill, date: addDays(MONDAY, 3), weekday: 4 } as const
    expect(Object.keys(withShifts(before, thursday, addDays(MONDAY, 1)).changes)).toEqual([
      addDays(MONDAY, 3),
    ])
  })

  test('knows a change that is saved already, so that a retry saves nothing twice', () => {
    expect(hasShifts(usual, ill)).toBe(false)
    expect(hasShifts(withShifts(usual, ill, MONDAY), ill)).toBe(true)
    const every = { ...ill, every: true }
    expect(hasShifts(withShifts(usual, ill, MONDAY), every)).toBe(false)
    expect(hasShifts(withShifts(usual, every, MONDAY), every)).toBe(true)
  })
})

describe('a carer', () => {
  test('cannot be in two groups at the same time, and is named with both times', () => {
    const twice = aShift('Chen', 'little', '11:00-15:00')
    expect(decideShifts([chen, lin, twice])).toMatchObject({
      refusal: { code: 'carer_twice', carer: 'Chen', spans: [chen.span, twice.span] },
    })
  })

  test('may change groups on the minute, or come back after lunch', () => {
    const noon = aShift('Chen', 'little', '12:00-14:00')
    const later = aShift('Chen', 'big', '14:30-18:00')
    expect(decideShifts([chen, lin, noon, later])).toMatchObject({ ok: true })
  })
})
