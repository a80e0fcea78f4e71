import fc from 'fast-check'
import { exposedOf, exposureDates, staysOf, type Stay } from '../../miniprogram/domain/exposure'
import type { ChildId, HouseholdId } from '../../miniprogram/domain/ids'
import { instantOf, localDate, localTime } from '../../miniprogram/domain/time'
import { anInstant } from '../support/an-instant'

const stay = (child: string, from: string, to: string, day = '2026-11-25'): Stay => ({
  childId: child as ChildId,
  householdId: child.split('-')[0] as HouseholdId,
  from: anInstant(`${day} ${from}`),
  to: anInstant(`${day} ${to}`),
})
const ill = 'ill-1' as ChildId
const families = (...stays: Stay[]) =>
  exposedOf(ill, stays).map(({ householdId, minutes }) => [householdId, minutes])

//   9:00    10:00    11:00    12:00
//    ██████████████████                ill
//    ███████                           a: an hour
//             █████████████████        b: an hour
//                       ███████        c: came when it had gone
test('only families who were in the room at the same time are told', () =>
  expect(
    families(
      stay('ill-1', '09:00', '11:00'),
      stay('a-1', '09:00', '10:00'),
      stay('b-1', '10:00', '12:00'),
      stay('c-1', '11:00', '12:00'),
    ),
  ).toEqual([
    ['a', 60],
    ['b', 60],
  ]))

test('its own brother and sister are the family itself, whom nobody has to tell', () =>
  expect(families(stay('ill-1', '09:00', '11:00'), stay('ill-2', '09:00', '11:00'))).toEqual([]))

test('meetings on several days add up, the longest first', () =>
  expect(
    families(
      stay('ill-1', '09:00', '11:00'),
      stay('ill-1', '09:00', '11:00', '2026-11-24'),
      stay('a-1', '10:59', '12:00'),
      stay('b-1', '10:00', '11:00'),
      stay('b-1', '10:30', '11:30', '2026-11-24'),
    ),
  ).toEqual([
    ['b', 90],
    ['a', 1],
  ]))

test('who booked and did not come was not there; who is still here counts until now', () => {
  const date = localDate('2026-11-25')
  const base = { childId: ill, householdId: 'ill' as HouseholdId }
  const now = anInstant('2026-11-25 10:00')
  expect(staysOf(date, [base, { ...base, inAt: anInstant('2026-11-25 09:00') }], now)).toEqual([
    { ...base, from: anInstant('2026-11-25 09:00'), to: now },
  ])
})

test('hand, foot and mouth disease looks two days back', () =>
  expect(exposureDates(localDate('2026-12-01'), 2)).toEqual([
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
  ]))

test('for any two stays, told means overlapped, and not told means not', () => {
  const time = fc.integer({ min: 510, max: 1080 })
  const span = fc.tuple(time, time).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  const clock = (minutes: number) =>
    localTime(
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    )
  const date = localDate('2026-11-25')
  const at = ([from, to]: readonly [number, number], child: string): Stay => ({
    ...stay(child, '09:00', '10:00'),
    from: instantOf(date, clock(from)),
    to: instantOf(date, clock(to)),
  })
  fc.assert(
    fc.property(span, span, (a, b) => {
      const together = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
      const told = exposedOf(ill, [at(a, 'ill-1'), at(b, 'b-1')])
      expect(told.map(({ minutes }) => minutes)).toEqual(together > 0 ? [together] : [])
    }),
  )
})
