import type { BookingId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { localTime } from '../../miniprogram/domain/time'
import { doorNotesOf } from '../../miniprogram/view/door-notes'
import { foundElse, foundToday } from '../../miniprogram/view/find-child'
import { isPending, passCardOf, passLineOf } from '../../miniprogram/view/pass-cards'
import { passPageOf, type OpenedFacts } from '../../miniprogram/view/pass-page'
import { walkInOf } from '../../miniprogram/view/walk-in'
import { MONDAY } from '../support/a-day'
import { anInstant } from '../support/an-instant'
import { aRoomChild } from '../support/a-room-child'
import { aSpan } from '../support/a-span'

const at = (time: string) => anInstant(`2026-09-07 ${time}`)
const child = aRoomChild({ state: 'inside', inAt: at('09:00'), lastAct: 'n1' })

test('what happened without network and did not fit says who, when, and what to do', () => {
  const told = { nonce: 'n2', at: at('10:55'), act: 'out' as const, code: 'scanned' }
  const { bookingId } = child
  const notes = doorNotesOf({
    children: [child],
    care: [],
    overrides: [],
    waiting: [told],
    conflicts: [{ bookingId, told, refusal: { code: 'pass_revoked' } }],
  })
  expect(notes.waiting).toContain('1 次')
  expect(notes.conflicts).toEqual([
    {
      nonce: 'n2',
      title: '小雨：10:55 没有网络时离园，对不上',
      text: '接送码已经收回。看看孩子是不是真的走了，打电话给家长确认。',
    },
  ])
})

test('a morning check that waits is counted, one that was refused says what to do', () => {
  const kept = {
    id: 'k1',
    at: at('09:05'),
    names: '小雨',
    told: { useCase: 'recordCheck' as const },
  }
  const refused = { ...kept, id: 'k2', refused: { code: 'not_here_today' as const } }
  const facts = { children: [child], overrides: [], waiting: [], conflicts: [] }
  const notes = doorNotesOf({ ...facts, care: [kept, refused] })
  expect(notes.waiting).toBe('1 份晨检、记录还在这部手机上，连上网络就上传。')
  expect(notes.conflicts).toMatchObject([
    {
      nonce: 'k2',
      title: '小雨：9:05 写的晨检没有记上',
      text: expect.stringContaining('再写一次'),
    },
  ])
})

test('a second carer is asked with who, whom and why; the one who asks is not', () => {
  const ask = { id: 'o1', bookingId: child.bookingId, who: '舅舅', reason: 'phone_dead' as const }
  const overrides = [
    { ...ask, askedByName: '林老师', mine: false },
    { ...ask, id: 'o2', askedByName: '我', mine: true },
  ]
  const { asks } = doorNotesOf({
    children: [child],
    overrides,
    waiting: [],
    care: [],
    conflicts: [],
  })
  expect(asks).toEqual([
    {
      id: 'o1',
      title: '林老师请您一起放行小雨',
      text: '由 舅舅 接走，家长手机没电。看清人、问过家长，再同意。',
    },
  ])
})

test('a child is found today with what can be done for it, and no whole phone number', () => {
  const [found] = foundToday([child], '8000', at('10:00'))
  expect(found).toMatchObject({ act: 'out', label: '没有码，要离园', undo: '撤销入园' })
  expect(found?.facts).toBe('2 岁 6 个月 · 小雨妈妈 8000')
  expect(foundToday([aRoomChild({ state: 'cancelled' })], '小雨', at('10:00'))).toEqual([])
})

test('a registered child that is expected anyway is not offered a place', () => {
  const registered = { childId: 'family-1', name: '小雨', ageMonths: 25, guardians: [] }
  expect(foundElse([registered], [child])).toEqual([])
  expect(foundElse([registered], [aRoomChild({ state: 'gone' })])).toHaveLength(1)
})

test('a walk-in names each end and its price, and from when there is no place', () => {
  const plan = {
    options: [{ span: aSpan('9:00-10:00'), totalFen: fen(1350) }],
    refusal: {
      code: 'session_full' as const,
      at: localTime('10:00'),
      limit: 'carers' as const,
      nearest: [],
    },
  }
  expect(walkInOf(plan, '10:00')).toMatchObject({
    options: [{ when: '9:00–10:00', price: '1 小时 · ¥13.50', on: true }],
    more: '10:00 起没有位置了。',
    button: '登记 1 小时 · ¥13.50',
  })
  expect(walkInOf({ options: [], refusal: plan.refusal }, '').none?.title).toBe('刚刚约满了')
})

test('a pass tells its family what comes next', () => {
  const card = (state: 'sent' | 'opened' | 'confirmed' | 'revoked') =>
    passCardOf({ id: 'p', name: '外婆', state, number: '0042', openedAt: at('08:10') })
  expect(card('opened')).toMatchObject({
    number: '0042',
    text: expect.stringMatching(/^8:10 有人/),
  })
  expect([card('sent').number, card('confirmed').number]).toEqual(['', ''])
  expect(isPending([card('confirmed'), card('revoked')])).toBe(false)
  expect(isPending([card('opened')])).toBe(true)
  const passes = [
    { id: '1', name: '外婆', state: 'confirmed' as const },
    { id: '2', name: '舅舅', state: 'revoked' as const },
  ]
  expect(passLineOf(passes)).toBe('外婆：可以接')
})

test('the adult’s phone shows a number while it waits, a QR when it is confirmed, never both', () => {
  const facts: OpenedFacts = {
    now: at('08:00'),
    name: '外婆',
    date: MONDAY,
    siteName: '渔你成长小屋',
    address: '渔邨',
    state: 'free',
    number: '0042',
    ticket: 'YP1',
    childName: '小雨',
  }
  const page = (state: OpenedFacts['state']) => passPageOf({ ...facts, state })
  expect(page('free')).toMatchObject({ number: '', ticket: '', button: '我是外婆，我来接' })
  expect(page('waiting')).toMatchObject({ number: '0042', ticket: '' })
  expect(page('ready')).toMatchObject({ number: '', ticket: 'YP1', title: '接小雨' })
  for (const state of ['taken', 'revoked', 'used', 'over'] as const)
    expect(page(state)).toMatchObject({ number: '', ticket: '', button: '' })
  expect(page('waiting').title).not.toContain('小雨')
})

test('a booking without a child on the list has no name', () => {
  const told = { nonce: 'n', at: at('09:00'), act: 'in' as const, code: 'x' }
  const bookingId = 'gone' as BookingId
  const refusal = { code: 'already_cancelled' as const }
  const conflicts = [{ bookingId, told, refusal }]
  const notes = doorNotesOf({ children: [], overrides: [], waiting: [], care: [], conflicts })
  expect(notes.conflicts[0]?.title).toContain('一个孩子')
})
