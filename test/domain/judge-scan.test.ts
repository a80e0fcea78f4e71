import type { ReservationState } from '../../miniprogram/domain/day'
import type { ChildHealth } from '../../miniprogram/domain/health'
import type { BookingId, ChildId, PassId, SiteId } from '../../miniprogram/domain/ids'
import { judgeListed, judgeScan, type DoorPass } from '../../miniprogram/domain/judge-scan'
import { signPass } from '../../miniprogram/domain/pass-code'
import { publicKeyOf, type SigningKey } from '../../miniprogram/domain/signed-text'
import { signTicket } from '../../miniprogram/domain/ticket'
import type { Instant } from '../../miniprogram/domain/time'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const siteId = 'yucun' as SiteId
const key: SigningKey = { keyId: 'k1', seed: Buffer.alloc(32, 1).toString('base64') }
const ticketKeys = { k1: publicKeyOf(key) }
const span = aSpan('9:00-11:00')
const bookingId = 'attempt-1' as BookingId
const code = { bookingId, childId: 'family-1' as ChildId, siteId, date: MONDAY }
const ticket = signTicket({ ...code, span }, key)
const passId = 'pass-1' as PassId
const pass = signPass({ ...code, passId }, key)
const at = (time: string): Instant => anInstant(`2026-09-07 ${time}`)
const child = (state: ReservationState) => ({
  bookingId,
  state,
  span,
  inAt: at('09:03'),
  outAt: at('10:58'),
})
const confirmed: DoorPass = { id: passId, bookingId, name: '外婆', confirmedAt: at('10:00') }

/** A scan at ten, of a child that is booked from nine to eleven. */
const scan = (
  text: string,
  facts: {
    state?: ReservationState
    passes?: readonly DoorPass[]
    alone?: boolean
    now?: string
    act?: 'out'
    health?: ChildHealth
  } = {},
) => {
  const { state, passes = [], alone = false, now = '10:00', act, health = {} } = facts
  const known = { children: state ? [{ ...child(state), health }] : [], passes, ticketKeys }
  return judgeScan({ text, siteId, known, now: at(now), alone, ...(act ? { act } : {}) })
}
const refused = (refusal: object) => ({ ok: false, refusal: expect.objectContaining(refusal) })

describe('a family’s ticket', () => {
  test('lets an expected child in and a child inside go home', () => {
    expect(scan(ticket, { state: 'booked' })).toMatchObject({ ok: true, act: 'in' })
    expect(scan(ticket, { state: 'inside' })).toMatchObject({ ok: true, act: 'out' })
  })

  test('opens nothing once the child is gone, or the booking cancelled', () => {
    expect(scan(ticket, { state: 'gone' })).toMatchObject(refused({ code: 'already_gone' }))
    expect(scan(ticket, { state: 'cancelled' })).toMatchObject(
      refused({ code: 'already_cancelled' }),
    )
  })

  test('that the list does not know is unknown with a network, and a doubt without one', () => {
    expect(scan(ticket)).toMatchObject(refused({ code: 'ticket_unknown' }))
    expect(scan(ticket, { alone: true })).toMatchObject({ ok: true, doubt: 'ticket_not_listed' })
  })

  test('keeps its hours on a phone alone, too', () => {
    expect(scan(ticket, { alone: true, now: '08:30' })).toMatchObject(
      refused({ code: 'ticket_early' }),
    )
    expect(scan(ticket, { alone: true, now: '11:00' })).toMatchObject(
      refused({ code: 'ticket_over' }),
    )
  })

  test('of a child that another phone may have let in goes out only as a doubt', () => {
    expect(scan(ticket, { state: 'booked', act: 'out' })).toMatchObject(
      refused({ code: 'not_inside' }),
    )
    expect(scan(ticket, { state: 'booked', act: 'out', alone: true })).toMatchObject({
      ok: true,
      act: 'out',
      doubt: 'not_seen_inside',
    })
  })

  test('of yesterday, of another site, edited or strange is a no wherever the phone is', () => {
    const yesterday = signTicket({ ...code, date: '2026-09-06' as typeof MONDAY, span }, key)
    const elsewhere = signTicket({ ...code, siteId: 'liantang' as SiteId, span }, key)
    for (const alone of [false, true]) {
      expect(scan(yesterday, { alone })).toMatchObject(refused({ code: 'ticket_other_day' }))
      expect(scan(elsewhere, { alone })).toMatchObject(refused({ code: 'ticket_other_site' }))
      expect(scan(ticket.replace('.1100.', '.1200.'), { alone })).toMatchObject(
        refused({ code: 'ticket_forged' }),
      )
      expect(scan('https://weixin.qq.com/r/x', { alone })).toMatchObject(
        refused({ code: 'ticket_unreadable' }),
      )
    }
  })
})

describe('the health file', () => {
  const health = { checkUpUntil: '2026-09-06' as typeof MONDAY }

  test('stops a child coming in, with network or without, and never going home', () => {
    for (const alone of [false, true])
      expect(scan(ticket, { state: 'booked', health, alone })).toMatchObject(
        refused({ code: 'health_expired', what: 'check_up', date: '2026-09-06' }),
      )
    expect(scan(ticket, { state: 'inside', health })).toMatchObject({ ok: true, act: 'out' })
    const listed = { ...child('booked'), health }
    expect(judgeListed(listed, siteId, at('09:00'))).toMatchObject(
      refused({ code: 'health_expired' }),
    )
  })

  test('asks no paper of care where its adult stays', () => {
    const listed = { ...child('booked'), health, accompanied: true as const }
    const known = { children: [listed], passes: [], ticketKeys }
    const read = { text: ticket, siteId, known, now: at('10:00'), alone: true }
    expect(judgeScan(read)).toMatchObject({ ok: true, act: 'in' })
    expect(judgeListed(listed, siteId, at('09:00'))).toMatchObject({ ok: true, act: 'in' })
  })

  test('keeps an excluded child at home until its day', () => {
    const excluded = { excludedUntil: '2026-09-09' as typeof MONDAY }
    expect(scan(ticket, { state: 'booked', health: excluded })).toMatchObject(
      refused({ code: 'child_excluded', until: '2026-09-09' }),
    )
  })
})

describe('an adult’s pass', () => {
  const passes = [confirmed]

  test('takes a child home that is inside, and says by whom', () =>
    expect(scan(pass, { state: 'inside', passes })).toMatchObject({
      ok: true,
      act: 'out',
      pass: { name: '外婆' },
    }))

  test('takes nobody who is not inside, and not twice', () => {
    expect(scan(pass, { state: 'booked', passes })).toMatchObject(refused({ code: 'not_inside' }))
    expect(scan(pass, { state: 'gone', passes })).toMatchObject(refused({ code: 'already_gone' }))
  })

  test('that was revoked is a no with its time', () => {
    const revoked = [{ ...confirmed, revokedAt: at('09:40') }]
    for (const alone of [false, true])
      expect(scan(pass, { state: 'inside', passes: revoked, alone })).toMatchObject(
        refused({ code: 'pass_revoked', since: '09:40' }),
      )
  })

  test('that is not on the list is a no with a network, and never more than a doubt without one', () => {
    expect(scan(pass, { state: 'inside' })).toMatchObject(refused({ code: 'pass_unknown' }))
    expect(scan(pass, { state: 'inside', alone: true })).toMatchObject({
      ok: true,
      doubt: 'pass_not_listed',
    })
    expect(scan(pass, { alone: true })).toMatchObject({ ok: true, doubt: 'pass_not_listed' })
  })

  test('that was revoked, or is not on the list, is so also where the child was not seen inside', () => {
    const revoked = [{ ...confirmed, revokedAt: at('09:40') }]
    expect(scan(pass, { state: 'booked', passes: revoked, alone: true })).toMatchObject(
      refused({ code: 'pass_revoked' }),
    )
    expect(scan(pass, { state: 'booked', alone: true })).toMatchObject({ doubt: 'pass_not_listed' })
    expect(scan(pass, { state: 'booked', passes, alone: true })).toMatchObject({
      doubt: 'not_seen_inside',
    })
  })

  test('made into a ticket, or a ticket into a pass, is no code of ours', () => {
    expect(scan(pass.replace('YP1', 'YN1'), { state: 'inside', passes }).ok).toBe(false)
    expect(scan(ticket.replace('YN1', 'YP1'), { state: 'inside', passes }).ok).toBe(false)
  })
})

test('a child of the list comes in without a code; nobody of the list goes home without one', () => {
  expect(judgeListed(child('booked'), siteId, at('09:00'))).toMatchObject({ ok: true, act: 'in' })
  expect(judgeListed(child('inside'), siteId, at('10:00'))).toMatchObject(
    refused({ code: 'already_inside' }),
  )
  expect(judgeListed(undefined, siteId, at('09:00'))).toMatchObject(
    refused({ code: 'ticket_unknown' }),
  )
})
