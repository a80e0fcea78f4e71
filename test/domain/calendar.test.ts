import { holidayOn, weekdayOn, type CalendarDay } from '../../miniprogram/domain/calendar'
import { localDate } from '../../miniprogram/domain/time'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'

const saturday = localDate('2026-10-10')
const calendar: readonly CalendarDay[] = [
  { date: MONDAY, holiday: '中秋' },
  { date: saturday, as: 3 },
]

test('a Saturday worked for a Wednesday is a Wednesday; any other day is its own', () => {
  expect(weekdayOn(calendar, saturday)).toBe(3)
  expect(weekdayOn([], saturday)).toBe(6)
  expect(holidayOn(calendar, MONDAY)).toBe('中秋')
  expect(holidayOn(calendar, saturday)).toBeUndefined()
})

describe('the plan of a day', () => {
  test('is closed on a holiday and says which', () =>
    expect(aDay({ calendar })).toMatchObject({ closed: '中秋放假', slots: {} }))

  test('on a worked Saturday has the hours of the day that it is worked for', () => {
    const site = { hours: { 3: aSpan('8:30-10:00') } }
    expect(aDay({ date: saturday, site, calendar })).toMatchObject({ hours: site.hours[3] })
    expect(aDay({ date: saturday, site }).closed).toBe('weekly')
  })

  test('says what the operator wrote rather than what the calendar has', () => {
    const closures = [{ date: MONDAY, why: '台风停园' }]
    expect(aDay({ calendar, closures }).closed).toBe('台风停园')
  })
})
