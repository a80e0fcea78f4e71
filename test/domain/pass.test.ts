import type { BookingId, ChildId, HouseholdId, PassId, SiteId } from '../../miniprogram/domain/ids'
import {
  decideConfirming,
  decideGiving,
  decideOpening,
  decidePass,
  matchNumberOf,
  passStateOf,
  type Pass,
} from '../../miniprogram/domain/pass'
import { signPass, verifyPass } from '../../miniprogram/domain/pass-code'
import { publicKeyOf } from '../../miniprogram/domain/signed-text'
import { MONDAY } from '../support/a-day'
import { anInstant } from '../support/an-instant'

const at = (time: string) => anInstant(`2026-09-07 ${time}`)
const sent: Pass = {
  id: 'pass-1' as PassId,
  bookingId: 'attempt-1' as BookingId,
  childId: 'family-1' as ChildId,
  householdId: 'family' as HouseholdId,
  siteId: 'yucun' as SiteId,
  date: MONDAY,
  name: '外婆',
  createdAt: at('08:00'),
}
const opened: Pass = { ...sent, openedBy: 'grandmother', openedAt: at('08:10') }
const confirmed: Pass = { ...opened, confirmedAt: at('08:15') }
const revoked: Pass = { ...confirmed, revokedAt: at('09:00') }
const no = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) })

test('a pass is sent, opened, confirmed, and may be revoked at any time', () => {
  expect([sent, opened, confirmed, revoked].map(passStateOf)).toEqual([
    'sent',
    'opened',
    'confirmed',
    'revoked',
  ])
  expect(passStateOf({ ...sent, revokedAt: at('08:05') })).toBe('revoked')
})

describe('opening', () => {
  test('is for the first who does it, as often as they like', () => {
    expect(decideOpening(sent, 'grandmother', false)).toEqual({ ok: true, value: 'first' })
    expect(decideOpening(opened, 'grandmother', false)).toEqual({ ok: true, value: 'again' })
    expect(decideOpening(opened, 'stranger', false)).toEqual(no('pass_taken'))
  })

  test('is not for the family that gave it, and not after it was revoked', () => {
    expect(decideOpening(sent, 'mother', true)).toEqual(no('pass_own'))
    expect(decideOpening(revoked, 'grandmother', false)).toEqual(no('pass_revoked'))
  })
})

describe('confirming', () => {
  test('takes the number that the opener’s phone shows', () => {
    expect(decideConfirming(opened, { number: '0042', openers: '0042' })).toEqual({
      ok: true,
      value: 'confirm',
    })
    expect(decideConfirming(opened, { number: '0042', openers: '4200' })).toEqual(
      no('pass_other_opener'),
    )
  })

  test('needs somebody who has opened it', () =>
    expect(decideConfirming(sent, { number: '0042', openers: undefined })).toEqual(
      no('pass_other_opener'),
    ))

  test('once more is done already; of a revoked one it is refused', () => {
    const seen = { number: '0042', openers: '0042' }
    expect(decideConfirming(confirmed, seen)).toEqual({ ok: true, value: 'done' })
    expect(decideConfirming(revoked, seen)).toEqual(no('pass_revoked'))
  })

  test('the number has four digits, and each opener has another', () => {
    expect(matchNumberOf('0000002a9f')).toBe('0042')
    expect(matchNumberOf('ffffffff00')).toMatch(/^\d{4}$/)
  })
})

describe('at the door', () => {
  test('only a confirmed pass takes a child home', () => {
    expect(decidePass(confirmed, 'out')).toEqual({ ok: true, value: 'out' })
    expect(decidePass(opened, 'out')).toEqual(no('pass_unconfirmed'))
    expect(decidePass(revoked, 'out')).toEqual(no('pass_revoked'))
    expect(decidePass(undefined, 'out')).toEqual(no('pass_unknown'))
  })

  test('no pass lets a child in', () =>
    expect(decidePass(confirmed, 'in')).toEqual(no('pass_only_out')))
})

describe('giving', () => {
  const give = (state: 'booked' | 'inside' | 'gone' | 'cancelled', given: Pass[] = []) =>
    decideGiving(MONDAY, { state }, given, at('10:00'))

  test('goes on until the child is gone', () => {
    expect(give('booked').ok && give('inside').ok).toBe(true)
    expect(give('gone')).toEqual(no('already_gone'))
    expect(give('cancelled')).toEqual(no('already_cancelled'))
    expect(decideGiving(MONDAY, { state: 'booked' }, [], anInstant('2026-09-08 08:00'))).toEqual(
      no('ticket_other_day'),
    )
  })

  test('stops at three that are alive; a revoked one makes room', () => {
    expect(give('booked', [sent, opened, confirmed])).toEqual(no('passes_full'))
    expect(give('booked', [sent, opened, revoked]).ok).toBe(true)
  })
})

test('its QR says one child and one day, and nothing else opens with it', () => {
  const key = { keyId: 'k1', seed: Buffer.alloc(32, 1).toString('base64') }
  const keys = { k1: publicKeyOf(key) }
  const { id: passId, bookingId, childId, siteId, date } = sent
  const text = signPass({ passId, bookingId, childId, siteId, date }, key)
  expect(verifyPass(text, keys)).toEqual({
    ok: true,
    value: { passId, bookingId, childId, siteId, date },
  })
  expect(text.length).toBeLessThan(220)
  expect(verifyPass(text.replace('family-1', 'family-2'), keys)).toEqual(no('ticket_forged'))
})
