import type { BookingId, PassId, SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { judgeListed, judgeScan, type Judgement } from '../../miniprogram/domain/judge-scan'
import { publicKeyOf, type SigningKey } from '../../miniprogram/domain/signed-text'
import { signPass } from '../../miniprogram/domain/pass-code'
import { signTicket } from '../../miniprogram/domain/ticket'
import { doorCardOf, mayBeStale, refusedCardOf } from '../../miniprogram/view/door-verdict'
import type { RoomChild } from '../../miniprogram/view/room-now'
import { MONDAY } from '../support/a-day'
import { anInstant } from '../support/an-instant'
import { aRoomChild } from '../support/a-room-child'

const siteId = 'yucun' as SiteId
const key: SigningKey = { keyId: 'k1', seed: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' }
const ticketKeys = { k1: publicKeyOf(key) }
const at = (time: string) => anInstant(`2026-09-07 ${time}`)
const ticketOf = ({ bookingId, childId, span }: RoomChild): string =>
  signTicket({ bookingId, childId, siteId, date: MONDAY, span }, key)
const passId = 'pass-1' as PassId
const passOf = ({ bookingId, childId }: RoomChild): string =>
  signPass({ passId, bookingId, childId, siteId, date: MONDAY }, key)
const grandmother = (bookingId: BookingId) => ({
  id: passId,
  bookingId,
  name: '外婆',
  confirmedAt: at('10:00'),
})

type Yes = Extract<Judgement<RoomChild>, { ok: true }>
const judged = (
  child: RoomChild,
  time: string,
  more: { text?: string; listed?: boolean; alone?: boolean; withPass?: boolean } = {},
): Yes => {
  const { text = ticketOf(child), listed = true, alone = false, withPass = false } = more
  const passes = withPass ? [grandmother(child.bookingId)] : []
  const known = { children: listed ? [child] : [], passes, ticketKeys }
  const found = judgeScan({ text, siteId, known, now: at(time), alone })
  if (!found.ok) throw new Error(found.refusal.code)
  return found
}
const cardOf = (yes: Yes, time: string, alone = false) =>
  doorCardOf(yes, { groupName: '托大班', alone, listFrom: at('08:40'), now: at(time) })

test('a child that comes in is green: who, how old, and what to mind', () => {
  const child = aRoomChild({ allergies: '鸡蛋', papersSeen: false })
  expect(cardOf(judged(child, '09:00'), '09:00')).toMatchObject({
    tone: 'in',
    headline: '可以入园',
    name: '小雨',
    facts: '2 岁 6 个月 · 托大班 · 9:00–11:00',
    allergies: '鸡蛋',
    caution: '还没有看过这家的材料',
    sure: '',
    button: '确认入园',
  })
})

test('a child whose adult stays comes in without papers of care', () => {
  const child = aRoomChild({ papersSeen: false, accompanied: true })
  const card = cardOf(judged(child, '09:00'), '09:00')
  expect(card).toMatchObject({ caution: '', papersMissing: false })
})

test('a family that owes hears how much, and comes in all the same', () => {
  const child = aRoomChild({ owedFen: fen(3700) })
  const card = cardOf(judged(child, '09:00'), '09:00')
  expect(card).toMatchObject({ tone: 'in', owed: '这家还有 ¥37 没付' })
  expect(cardOf(judged(aRoomChild(), '09:00'), '09:00').owed).toBe('')
})

test('a ticket held to the camera too long asks before it sends the child home again', () => {
  const inside = aRoomChild({ state: 'inside', inAt: at('09:00') })
  expect(cardOf(judged(inside, '09:01'), '09:01').caution).toBe('刚刚才入园，确定要离园吗？')
})

test('grandmother is named, and takes two touches', () => {
  const inside = aRoomChild({ state: 'inside', inAt: at('09:00') })
  const yes = judged(inside, '10:55', { text: passOf(inside), withPass: true })
  expect(cardOf(yes, '10:55')).toMatchObject({
    tone: 'out',
    headline: '由外婆接走',
    caution: '家长请外婆来接，请认清人',
    sure: '看清了，是外婆本人',
  })
})

test('a pass that the phone alone cannot know is amber and says to call, never a green', () => {
  const inside = aRoomChild({ state: 'inside', inAt: at('09:00') })
  const yes = judged(inside, '10:55', { text: passOf(inside), alone: true })
  expect(cardOf(yes, '10:55', true)).toMatchObject({
    tone: 'ask',
    headline: '先打电话',
    caution: expect.stringMatching(/打电话问家长。没有网络，名单是 8:40 的$/),
    sure: '家长在电话里同意了',
  })
})

test('a ticket that is not on the phone’s list is amber: name and allergies are asked for', () => {
  const yes = judged(aRoomChild(), '09:00', { listed: false, alone: true })
  expect(cardOf(yes, '09:00', true)).toMatchObject({
    tone: 'ask',
    name: '不在名单上',
    headline: '先问清楚',
    caution: expect.stringContaining('过敏'),
    facts: '托大班 · 9:00–11:00',
  })
})

test('a phone without any list of today says so', () => {
  const yes = judged(aRoomChild(), '09:00', { listed: false, alone: true })
  const facts = { groupName: '', alone: true, listFrom: undefined, now: at('09:00') }
  expect(doorCardOf(yes, facts).caution).toMatch(/没有网络，也没有今天的名单$/)
})

test('without network the carer may say that the child came to be fetched; with it the list knows', () => {
  expect(cardOf(judged(aRoomChild(), '09:00', { alone: true }), '09:00', true).other).toBe(
    '其实是来接孩子',
  )
  expect(cardOf(judged(aRoomChild(), '09:00'), '09:00').other).toBe('')
})

test('a child without a code comes in from the list, with a question to its family', () => {
  const yes = judgeListed(aRoomChild(), siteId, at('09:00'))
  expect(yes.ok && cardOf(yes, '09:00').caution).toBe('没有码：请问家长的称呼和手机尾号')
})

test('every no has its own next step, and a call where the child is known', () => {
  const child = aRoomChild()
  const next = (...args: Parameters<typeof refusedCardOf>) => refusedCardOf(...args).words.next?.act
  expect(next({ code: 'ticket_other_day', date: MONDAY }, undefined)).toBe('find_child')
  expect(next({ code: 'ticket_other_site' }, undefined)).toBe('find_child')
  expect(next({ code: 'already_inside', since: child.span.from }, child)).toBe('show_room')
  expect(next({ code: 'ticket_forged' }, undefined)).toBe('find_child')
  expect(next({ code: 'ticket_unreadable' }, undefined)).toBe('scan_again')
  expect(next({ code: 'ticket_early', from: child.span.from }, child)).toBe('show_room')
  expect(next({ code: 'pass_revoked' }, child)).toBe('call_guardian')
  expect(refusedCardOf({ code: 'pass_unconfirmed' }, child)).toMatchObject({
    who: '小雨',
    canCall: true,
  })
})

test('a paper of the child’s health is the next step of a no by health', () => {
  const refusal = { code: 'health_expired', what: 'check_up', date: MONDAY } as const
  expect(refusedCardOf(refusal, aRoomChild())).toMatchObject({
    who: '小雨',
    words: { title: '体检过期了', next: { act: 'see_health' } },
  })
})

test('what an old picture of the room may have caused is looked at again', () => {
  expect(mayBeStale({ code: 'ticket_unknown' })).toBe(true)
  expect(mayBeStale({ code: 'pass_unknown' })).toBe(true)
  expect(mayBeStale({ code: 'ticket_unreadable' })).toBe(false)
})
