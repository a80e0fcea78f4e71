import type { SiteId } from '../../miniprogram/domain/ids'
import { publicKeyOf, signTicket, type SigningKey } from '../../miniprogram/domain/ticket'
import {
  doorCardOf,
  isOwnEcho,
  mayBeStale,
  refusedCardOf,
  verdictOf,
} from '../../miniprogram/view/door-verdict'
import type { RoomChild } from '../../miniprogram/view/room-now'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { MONDAY } from '../support/a-day'
import { anInstant } from '../support/an-instant'
import { aRoomChild } from '../support/a-room-child'

const siteId = 'yucun' as SiteId
const key: SigningKey = { keyId: 'k1', seed: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' }
const ticketKeys = { k1: publicKeyOf(key) }
const ticketOf = ({ bookingId, childId, span }: RoomChild, date = MONDAY): string =>
  signTicket({ bookingId, childId, siteId, date, span }, key)
const at = (time: string) => anInstant(`2026-09-07 ${time}`)
const scan = (child: RoomChild, time: string, children = [child], text = ticketOf(child)) =>
  verdictOf({ text, siteId, children, ticketKeys, now: at(time) })

test('a good ticket lets the child in, then out, then no more', () => {
  const booked = aRoomChild()
  const inside = aRoomChild({ state: 'inside', inAt: at('08:58') })
  const gone = aRoomChild({ state: 'gone', inAt: at('08:58'), outAt: at('10:55') })
  expect(scan(booked, '08:50')).toEqual({ ok: true, act: 'in', child: booked })
  expect(scan(inside, '10:55')).toEqual({ ok: true, act: 'out', child: inside })
  expect(scan(gone, '10:56')).toMatchObject({
    ok: false,
    refusal: { code: 'already_gone', since: '10:55' },
    child: gone,
  })
})

test('a ticket that is early, forged, of another day or unknown is refused for what it is', () => {
  const child = aRoomChild()
  expect(scan(child, '08:44')).toMatchObject({ refusal: { code: 'ticket_early', from: '09:00' } })
  const changed = ticketOf(child).replace('.1100.', '.1200.')
  expect(scan(child, '09:00', [child], changed)).toMatchObject({
    refusal: { code: 'ticket_forged' },
  })
  expect(scan(child, '09:00', [child], 'https://example.com')).toMatchObject({
    refusal: { code: 'ticket_unreadable' },
  })
  expect(scan(child, '09:00', [])).toEqual({ ok: false, refusal: { code: 'ticket_unknown' } })
})

test('what an old picture of the room may have caused is looked at again', () => {
  expect(mayBeStale({ code: 'ticket_unknown' })).toBe(true)
  expect(mayBeStale({ code: 'ticket_unreadable' })).toBe(false)
})

test('the refusal that our own lost reply leaves behind is not a refusal', () => {
  const refused = { code: 'already_inside', since: localTime('08:58') }
  const since = { code: 'already_inside', since: localTime('09:01') }
  expect(isOwnEcho(refused, 'in', at('09:01'))).toBe(false)
  expect(isOwnEcho(since, 'in', at('09:01'))).toBe(true)
  expect(isOwnEcho(since, 'out', at('09:01'))).toBe(false)
})

test('the card says who, how old, and what to mind', () => {
  const child = aRoomChild({ allergies: '鸡蛋', papersSeen: false })
  expect(doorCardOf(child, 'in', '托大班', at('09:00'))).toMatchObject({
    headline: '可以入园',
    name: '小雨',
    age: '2 岁 6 个月',
    allergies: '鸡蛋',
    caution: '还没有看过这家的材料',
    button: '确认入园',
  })
  const inside = aRoomChild({ state: 'inside', inAt: at('09:00') })
  expect(doorCardOf(inside, 'out', '托大班', at('09:01')).caution).toBe(
    '刚刚才入园，确定要离园吗？',
  )
})

test('a child whose check-up ran out is stopped coming in, never going home, and the paper is the next step', () => {
  const health = { checkUpUntil: localDate('2026-09-06') }
  const booked = aRoomChild({ health })
  const stopped = scan(booked, '09:00')
  expect(stopped).toMatchObject({
    ok: false,
    refusal: { code: 'health_expired', what: 'check_up', date: '2026-09-06' },
  })
  expect(scan(aRoomChild({ health, state: 'inside' }), '10:00').ok).toBe(true)
  if (stopped.ok) throw new Error('let in')
  expect(refusedCardOf(stopped.refusal, booked)).toMatchObject({
    who: '小雨',
    words: { title: '体检过期了', next: { act: 'see_health' } },
  })
})

test('a child that must stay at home is stopped until its day', () => {
  const health = { excludedUntil: localDate('2026-09-09') }
  expect(scan(aRoomChild({ health }), '09:00')).toMatchObject({
    refusal: { code: 'child_excluded', until: '2026-09-09' },
  })
})
