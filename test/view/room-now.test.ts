import { dateOf, localDate } from '../../miniprogram/domain/time'
import { roomFlagsOf } from '../../miniprogram/view/room-flags'
import { roomViewOf, rowOf } from '../../miniprogram/view/room-now'
import { aDay } from '../support/a-day'
import { anInstant } from '../support/an-instant'
import { aRoomChild } from '../support/a-room-child'

//  9:00      10:00 10:12     11:00
//   █████████████████▼████████  小雨 inside
//              ██████▼████████  安安 expected, 12 minutes late
//   ████████        ▼           果果 gone
const now = anInstant('2026-09-07 10:12')
const children = [
  aRoomChild({ name: '小雨', state: 'inside', inAt: anInstant('2026-09-07 08:58') }),
  aRoomChild({ name: '安安', span: '10:00-11:00' }),
  aRoomChild({
    name: '果果',
    span: '9:00-10:00',
    state: 'gone',
    inAt: anInstant('2026-09-07 09:03'),
    outAt: anInstant('2026-09-07 10:01'),
  }),
]

test('the room counts who is in, who comes next and who is late', () => {
  const room = roomViewOf({ day: aDay(), children }, 'expected', now)
  expect([room.clock, room.inside, room.next, room.nextLabel]).toEqual([
    '10:12',
    1,
    2,
    '10:30 将有',
  ])
  expect(room.tabs.map(({ label }) => label)).toEqual(['应到 1', '在园 1', '已离园 1'])
  expect(room.rows.map(({ name, when, urgent }) => [name, when, urgent])).toEqual([
    ['安安', '10:00 应到 · 晚 12 分钟', false],
  ])
})

test('a child a quarter of an hour late is worth a call; one who never came is nobody to wait for', () => {
  const later = roomViewOf({ day: aDay(), children }, 'expected', anInstant('2026-09-07 10:15'))
  expect(later.rows[0]?.urgent).toBe(true)
  const noon = roomViewOf({ day: aDay(), children }, 'gone', anInstant('2026-09-07 11:05'))
  expect(noon.tabs.map(({ label }) => label)).toEqual(['应到 0', '在园 1', '已离园 1'])
  expect(noon.rows.map(({ name, when }) => [name, when])).toEqual([
    ['果果', '9:03 入园 · 10:01 离园'],
    ['安安', '10:00–11:00 · 没有来'],
  ])
})

test('a child that nobody fetched is shown with its overtime', () => {
  const late = roomViewOf({ day: aDay(), children }, 'inside', anInstant('2026-09-07 12:20'))
  expect(late.rows.map(({ when, urgent }) => [when, urgent])).toEqual([
    ['11:00 该离园 · 超时 1 小时 20 分', true],
  ])
})

test('a group bar is the share of its own carers, by age', () => {
  const five = Array.from({ length: 5 }, (_, n) =>
    aRoomChild({ name: `小${n}`, group: 'little', ageMonths: 20, state: 'inside' }),
  )
  const bars = (carers: Record<string, number>, kids = five) =>
    roomViewOf({ day: aDay({ carers }), children: kids }, 'inside', now).groups
  expect(bars({ little: 1, big: 2 })).toMatchObject([
    { words: '5 个孩子 · 1 位老师', percent: 100, tone: 'sun', warning: '' },
    { words: '0 个孩子 · 2 位老师', percent: 0, tone: 'leaf', warning: '' },
  ])
  const six = [
    ...five,
    aRoomChild({ name: '小六', group: 'little', ageMonths: 20, state: 'inside' }),
  ]
  expect(bars({ little: 1, big: 2 }, six)[0]).toMatchObject({
    percent: 100,
    tone: 'coral',
    warning: '老师不够，还差 1 位',
  })
  expect(bars({ big: 2 })[0]).toMatchObject({ tone: 'coral', warning: '老师不够，还差 1 位' })
})

//  9:00      10:00 10:05 10:30      11:00
//   ███████████      ▼                    小雨, not fetched
//                    ▼     █████████████  seven others
describe('the half hour to come', () => {
  const late = aRoomChild({ name: '小雨', span: '9:00-10:00', state: 'inside', inAt: now })
  const seven = Array.from({ length: 7 }, (_, n) =>
    aRoomChild({ name: `小${n}`, span: '10:30-11:30' }),
  )
  const at = (time: string, kids = [late, ...seven]) =>
    roomViewOf(
      { day: aDay({ carers: { little: 1, big: 1 } }), children: kids },
      'inside',
      anInstant(`2026-09-07 ${time}`),
    )

  test('is re-planned with a child that nobody has fetched', () => {
    const big = at('10:05').groups[1]
    expect(big).toMatchObject({
      next: '10:30 · 8 个孩子 · 1 位老师',
      nextWarning: '有 1 个孩子还没接，10:30 起还差 1 位老师',
    })
    expect(at('10:05').next).toBe(8)
    expect(at('10:05', seven).groups[1]?.nextWarning).toBe('')
  })

  test('counts the grace down before it counts the late minutes', () => {
    expect(at('10:04').rows[0]?.when).toBe('10:00 该离园 · 宽限还剩 6 分钟')
    expect(at('10:12').rows[0]?.when).toBe('10:00 该离园 · 超时 12 分钟')
  })
})

test('a child whose adult stays is never late to be fetched', () => {
  const child = aRoomChild({ state: 'inside', span: '9:00-9:30', inAt: now })
  expect(rowOf(child, now)).toMatchObject({ urgent: true })
  expect(rowOf({ ...child, accompanied: true }, now)).toMatchObject({ urgent: false })
})

test('of a child whose adult stays neither check nor papers are asked for; a check is possible', () => {
  const child = aRoomChild({ state: 'inside', inAt: now, papersSeen: false })
  expect(rowOf(child, now)).toMatchObject({ papersMissing: true, checkDue: true })
  const row = rowOf({ ...child, accompanied: true }, now)
  expect(row).toMatchObject({ papersMissing: false, checkDue: false, mayCheck: true })
  expect(row.flags.map(({ text }) => text)).toEqual(['家长陪同'])
})

test('the ratio counts the carers who signed in; while nobody has, the plan', () => {
  const group = 'big' as never
  const room = (onDuty?: { name: string; groupId: never }[]) =>
    roomViewOf({ day: aDay(), children, ...(onDuty ? { onDuty } : {}) }, 'inside', now)
  expect(room().carers).toBe('老师还没有签到，按排班算')
  expect(room([{ name: '林老师', groupId: group }])).toMatchObject({
    carers: '在岗：林老师',
    groups: [
      { words: '0 个孩子 · 0 位老师（排了 2 位）' },
      { words: '1 个孩子 · 1 位老师（排了 2 位）' },
    ],
  })
})

test('a row says what a carer must mind: at home, a paper, the morning check', () => {
  const flags = (facts: Parameters<typeof aRoomChild>[0]) =>
    roomFlagsOf(aRoomChild(facts), dateOf(now)).map(({ text }) => text)
  expect(flags({ state: 'inside' })).toEqual(['还没晨检'])
  expect(flags({ state: 'inside', check: 'stays' })).toEqual([])
  expect(flags({ state: 'inside', check: 'goes_home' })).toEqual(['不舒服，等家长接'])
  expect(flags({ health: { checkUpUntil: localDate('2026-09-06') } })).toEqual(['体检过期了'])
  const old = { checkUpUntil: localDate('2026-09-06') }
  expect(flags({ health: old, accompanied: true })).toEqual(['家长陪同'])
  expect(flags({ health: { excludedUntil: localDate('2026-09-09') } })).toEqual([
    '在家休息到 9 月 9 日',
  ])
  expect(flags({ state: 'cancelled', check: 'goes_home' })).toEqual(['晨检后回家'])
})
