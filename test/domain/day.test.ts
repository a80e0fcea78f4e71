import { slotKeysOf } from '../../miniprogram/domain/span'
import { localDate } from '../../miniprogram/domain/time'
import { MONDAY, aDay, aShift } from '../support/a-day'
import { aSite } from '../support/a-site'
import { aSpan } from '../support/a-span'
import type { Day } from '../../miniprogram/domain/day'
import type { GroupId } from '../../miniprogram/domain/ids'

/** Carers on duty in the group, a digit a half hour from nine o'clock. */
const carersOf = (day: Day, group: string): string =>
  slotKeysOf(aSpan('9:00-12:00'))
    .map((key) => day.slots[key]?.groups[group as GroupId]?.carers)
    .join('')

describe('the plan of a day', () => {
  test('holds every half hour of the opening hours, empty, and no other', () => {
    const day = aDay()
    expect(Object.keys(day.slots).sort()).toEqual(slotKeysOf(aSpan('9:00-12:00')))
    expect(day.slots).toMatchObject({ '0900': { children: 0, groups: { big: { load: 0 } } } })
    expect(day).toMatchObject({ planVersion: 1, places: 19, kids: {}, reservations: {} })
  })

  test('a Sunday is closed as every week', () => {
    const sunday = aDay({ date: localDate('2026-09-13') })
    expect(sunday).toMatchObject({ closed: 'weekly', slots: {} })
    expect(sunday.hours).toBeUndefined()
  })

  test('a holiday closes the whole day and says why', () => {
    const day = aDay({ closures: [{ date: MONDAY, why: 'holiday' }] })
    expect(day).toMatchObject({ closed: 'holiday', slots: {} })
  })

  test('another day’s holiday does not', () => {
    const closures = [{ date: localDate('2026-09-08'), why: 'holiday' }]
    expect(aDay({ closures }).closed).toBeUndefined()
  })

  test('cleaning from a quarter past ten closes every half hour that it touches', () => {
    const span = aSpan('10:15-11:00')
    const { slots } = aDay({ closures: [{ date: MONDAY, span, why: 'cleaning' }] })
    const closed = Object.entries(slots).filter(([, slot]) => slot.closed === 'cleaning')
    expect(closed.map(([key]) => key)).toEqual(['1000', '1030'])
  })
})

describe('carers on duty', () => {
  test('count in the half hours that they are there from beginning to end', () => {
    //                                                   9   10  11
    const day = aDay({
      shifts: [aShift('Chen', 'big', '9:00-11:00'), aShift('Li', 'big', '9:45-12:00')],
    })
    expect(carersOf(day, 'big')).toBe('112211')
    expect(carersOf(day, 'little')).toBe('000000')
  })

  test('a carer with two shifts at once is still one carer', () => {
    const shifts = [aShift('Chen', 'big', '9:00-11:00'), aShift('Chen', 'big', '10:00-12:00')]
    expect(carersOf(aDay({ shifts }), 'big')).toBe('111111')
  })

  test('a carer written down in two groups counts in one of them', () => {
    const shifts = [aShift('Chen', 'little', '9:00-12:00'), aShift('Chen', 'big', '10:00-11:00')]
    const day = aDay({ shifts })
    expect(carersOf(day, 'little')).toBe('110011')
    expect(carersOf(day, 'big')).toBe('001100')
  })

  test('a shift in a group that the site does not have counts nowhere', () => {
    const day = aDay({ shifts: [aShift('Chen', 'baby', '9:00-12:00')] })
    expect(carersOf(day, 'big') + carersOf(day, 'little')).toBe('0'.repeat(12))
  })
})

test('a site that opens only on Saturday is closed on Monday', () =>
  expect(aDay({ site: aSite({ hours: { 6: aSpan('9:00-12:00') } }) }).closed).toBe('weekly'))
