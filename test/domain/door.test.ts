import type { ReservationState } from '../../miniprogram/domain/day'
import type { DoorAct } from '../../miniprogram/domain/attendance'
import { decideDoor, nextActOf } from '../../miniprogram/domain/door'
import type { BookingId, ChildId, SiteId } from '../../miniprogram/domain/ids'
import type { Ticket } from '../../miniprogram/domain/ticket'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const SITE = 'yucun' as SiteId
const span = aSpan('9:00-11:00')
const ticket: Ticket = {
  bookingId: 'attempt-1' as BookingId,
  childId: 'family-1' as ChildId,
  siteId: SITE,
  date: MONDAY,
  span,
}
const inAt = anInstant('2026-09-07 09:03')
const outAt = anInstant('2026-09-07 10:58')

/** A child booked from nine to eleven at the door. */
const scan = (act: DoorAct, now: string, state: ReservationState | 'unknown' = 'booked') =>
  decideDoor({
    ticket,
    act,
    siteId: SITE,
    reservation: state === 'unknown' ? undefined : { state, span, inAt, outAt },
    now: anInstant(now),
  })
const refused = (refusal: object) => ({ ok: false, refusal })

describe('coming in', () => {
  test('is possible from a quarter of an hour early until the booked time is over', () => {
    expect(scan('in', '2026-09-07 08:44')).toEqual(refused({ code: 'ticket_early', from: '09:00' }))
    expect(scan('in', '2026-09-07 08:45')).toEqual({ ok: true, value: 'in' })
    expect(scan('in', '2026-09-07 10:59').ok).toBe(true)
    expect(scan('in', '2026-09-07 11:00')).toEqual(refused({ code: 'ticket_over', to: '11:00' }))
  })

  test('happens once: the second scan says since when the child is inside', () =>
    expect(scan('in', '2026-09-07 09:05', 'inside')).toEqual(
      refused({ code: 'already_inside', since: '09:03' }),
    ))

  test('is not possible on yesterday’s ticket, nor on tomorrow’s', () => {
    for (const now of ['2026-09-06 09:00', '2026-09-08 09:00'])
      expect(scan('in', now)).toEqual(refused({ code: 'ticket_other_day', date: MONDAY }))
  })

  test('is not possible on a cancelled booking, nor on one that the day does not know', () => {
    expect(scan('in', '2026-09-07 09:00', 'cancelled')).toEqual(
      refused({ code: 'already_cancelled' }),
    )
    expect(scan('in', '2026-09-07 09:00', 'unknown')).toEqual(refused({ code: 'ticket_unknown' }))
  })

  test('is not possible at another site', () =>
    expect(
      decideDoor({
        ticket,
        act: 'in',
        siteId: 'liantang' as SiteId,
        reservation: { state: 'booked', span },
        now: anInstant('2026-09-07 09:00'),
      }),
    ).toEqual(refused({ code: 'ticket_other_site' })))
})

describe('going home', () => {
  test('is possible early and late, for a child is never kept at the door', () => {
    expect(scan('out', '2026-09-07 09:10', 'inside')).toEqual({ ok: true, value: 'out' })
    expect(scan('out', '2026-09-07 13:00', 'inside').ok).toBe(true)
  })

  test('needs a child who is inside', () =>
    expect(scan('out', '2026-09-07 10:00')).toEqual(refused({ code: 'not_inside' })))

  test('happens once: the ticket of a child gone home opens nothing more', () => {
    for (const act of ['in', 'out'] as const)
      expect(scan(act, '2026-09-07 10:59', 'gone')).toEqual(
        refused({ code: 'already_gone', since: '10:58' }),
      )
  })
})

test('the next scan of a child inside means going home, of any other coming in', () => {
  expect(nextActOf({ state: 'inside', span })).toBe('out')
  expect(nextActOf({ state: 'booked', span })).toBe('in')
  expect(nextActOf(undefined)).toBe('in')
})
