import { decideWait } from '../../miniprogram/domain/decide-wait'
import type { DayBook } from '../../miniprogram/domain/day'
import type { HouseholdId, WaitId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { aDay } from '../support/a-day'
import { aReservation, aWait, withReservations, withWaits } from '../support/a-reservation'
import { BIG } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const NOW = anInstant('2026-09-06 12:00')
const site = { groups: [{ ...BIG, cap: 1 }] }
const full = withReservations(
  aDay({ site, carers: { big: 1 } }),
  aReservation({ family: 'busy', span: aSpan('9:00-11:00') }),
)

const ask = (day: DayBook, within: string, minutes = 120, absences = {}) =>
  decideWait({
    day,
    household: { id: 'family' as HouseholdId, absences },
    id: 'new' as WaitId,
    children: [aChild()],
    within: aSpan(within),
    minutes,
    shareMinutes: 0,
    now: NOW,
  })

test('a family waits for so long a time within hours that are full', () =>
  expect(ask(full, '9:00-12:00')).toMatchObject({
    value: { within: aSpan('9:00-12:00'), minutes: 120, places: [{ groupId: 'big', load: 5 }] },
  }))

test('nobody waits for what can be booked at once', () =>
  expect(ask(full, '9:00-12:00', 60)).toEqual({
    ok: false,
    refusal: { code: 'place_free', span: aSpan('11:00-12:00') },
  }))

test('one asking a family and day', () => {
  const waiting = withWaits(full, aWait({ family: 'family', within: '9:00-11:00' }))
  expect(ask(waiting, '9:00-12:00')).toEqual({
    ok: false,
    refusal: { code: 'already_waiting', within: aSpan('9:00-11:00') },
  })
})

test('hours that make no sense are refused with what is wrong', () => {
  expect(ask(full, '9:00-10:00')).toMatchObject({
    refusal: { code: 'span_too_short', minimumMinutes: 120 },
  })
  expect(ask(full, '9:10-12:00')).toMatchObject({ refusal: { code: 'span_off_grid' } })
  expect(ask(full, '14:00-17:00')).toMatchObject({ refusal: { code: 'outside_hours' } })
  const closed = aDay({ date: localDate('2026-09-06') })
  expect(ask(closed, '9:00-12:00')).toMatchObject({ refusal: { code: 'day_closed' } })
})

test('a family that did not come three times waits for nothing, either', () => {
  const absences = Object.fromEntries(
    ['2026-09-01', '2026-09-03', '2026-09-05'].map((date) => [date, { at: NOW }]),
  )
  expect(ask(full, '9:00-12:00', 120, absences)).toEqual({
    ok: false,
    refusal: { code: 'limited_by_absences', until: '2026-09-12' },
  })
})
