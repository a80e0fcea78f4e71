import type { BookingId, ChildId } from '../../miniprogram/domain/ids'
import { keptSlotsOf, lateMeterOf, trimmedSpan } from '../../miniprogram/domain/overstay'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const id = 'booking' as BookingId
const childId = 'family-1' as ChildId
const at = (time: string) => anInstant(`2026-09-07 ${time}`)
const span = aSpan('9:00-10:00')
const kept = (time: string, more: object = {}, kids: object = {}) =>
  keptSlotsOf(
    { ...aDay(), kids: { [childId]: kids } as never },
    id,
    { state: 'inside', span, childId, ...more },
    at(time),
  )

describe('the meter of an uncollected child', () => {
  const meter = (time: string) => lateMeterOf(MONDAY, span, at(time))
  test('counts ten minutes of grace down and the late minutes up', () => {
    expect(meter('09:59')).toEqual({ late: 0, graceLeft: 10 })
    expect(meter('10:04')).toEqual({ late: 4, graceLeft: 6 })
    expect(meter('10:10')).toEqual({ late: 10, graceLeft: 0 })
    expect(meter('10:45')).toEqual({ late: 45, graceLeft: 0 })
  })
})

describe('an uncollected child keeps its place', () => {
  test('from the minute after its time in the running half hour, after the grace in the next one too', () => {
    expect(kept('10:00')).toEqual([])
    expect(kept('10:01')).toEqual(['1000'])
    expect(kept('10:10')).toEqual(['1000', '1030'])
    expect(kept('10:31')).toEqual(['1000', '1030', '1100'])
  })

  test('never beyond the opening hours', () => expect(kept('12:40')).toHaveLength(4))

  test('not where it is booked anyway: nobody has two places', () =>
    expect(kept('10:31', {}, { 1000: 'other', 1030: id })).toEqual(['1030', '1100']))

  test('and gives back what it did not use once it is fetched', () => {
    expect(kept('11:30', { state: 'gone', outAt: at('10:12') })).toEqual(['1000'])
    expect(kept('11:30', { state: 'gone', outAt: at('09:55') })).toEqual([])
    expect(kept('11:30', { state: 'cancelled' })).toEqual([])
  })
})

test('a child that falls ill keeps the running half hour and the next to be fetched in', () => {
  const long = aSpan('9:00-12:00')
  expect(trimmedSpan(long, at('09:20'))).toEqual(aSpan('9:00-10:00'))
  expect(trimmedSpan(long, at('09:30'))).toEqual(aSpan('9:00-10:30'))
  expect(trimmedSpan(span, at('09:10'))).toBeUndefined()
})
