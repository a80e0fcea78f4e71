import { fen } from '../../miniprogram/domain/money'
import { localDate } from '../../miniprogram/domain/time'
import { greetingOf } from '../../miniprogram/view/greeting'
import { homeOf, type HomeFacts } from '../../miniprogram/view/home'
import { openWords, roomCardOf } from '../../miniprogram/view/room-card'
import { aChild } from '../support/a-child'
import { aDay, aShift } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aSession } from '../support/a-session'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'
import { placeChildren } from '../../miniprogram/domain/decide-booking'
import { aBooking, evening, tariff, thursday, viewChild } from './view-day'

const at = (time: string) => anInstant(`2026-09-07 ${time}`)
const newcomer: HomeFacts = {
  me: { roles: [], unread: 0 },
  site: { name: '渔你成长小屋', address: '渔邨社区' },
  today: aDay(),
  next: [],
  waits: [],
  tariff,
  sessions: [],
}

test.each([
  ['08:00', '早上好'],
  ['12:00', '中午好'],
  ['15:00', '下午好'],
  ['20:00', '晚上好'],
  ['03:00', '夜深了'],
])('at %s the page says %s', (time, words) => {
  expect(greetingOf(at(time))).toBe(words)
})

describe('the big number', () => {
  // Monday 9:00–12:00, two carers in each group: 10 little ones, 14 big ones, 19 in the room.
  test('a visitor sees what all groups can take together, within the room', () => {
    expect(roomCardOf(aDay(), [], at('09:40'))).toMatchObject({
      label: '现在还可以接',
      number: '19',
      carers: '四位老师在岗',
    })
  })

  test("a family sees its own child's group", () => {
    const card = roomCardOf(aDay(), [aChild({ months: 20 })], at('09:40'))
    expect(card).toMatchObject({ label: '现在little还可以接', number: '10' })
  })

  test('before opening it names the time from when on', () => {
    expect(roomCardOf(aDay(), [], at('07:00'))).toMatchObject({ label: '9:00 起还可以接' })
  })

  test('when it is full now, the next half hour with room is shown instead', () => {
    const day = aDay()
    const children = Array.from({ length: 14 }, (_, n) => aChild({ id: `family-${n}` }))
    const placed = placeChildren({ day, children })
    if (!placed.ok) throw new Error('no group')
    const full = withChildren(day, placed.value, aSpan('9:00-10:00'))
    expect(roomCardOf(full, [aChild()], at('09:10'))).toMatchObject({
      label: '10:00 起big还可以接',
      number: '14',
    })
  })

  test('a better hour later in the day is told, a slightly better one is not', () => {
    const early = aShift('a', 'big', '9:00-12:00')
    const day = aDay({ shifts: [early, aShift('b', 'big', '11:00-12:00')] })
    expect(roomCardOf(day, [aChild()], at('09:10'))).toMatchObject({
      number: '7',
      carers: '一位老师在岗',
      later: '11:00 起 14 位',
    })
    expect(roomCardOf(aDay(), [aChild()], at('09:10')).later).toBe('')
  })

  test('there is no number when nothing can be had today', () => {
    const sunday = aDay({ date: localDate('2026-09-06') })
    expect(roomCardOf(sunday, [], anInstant('2026-09-06 10:00'))).toMatchObject({
      label: '今天休息',
      number: '',
    })
    expect(roomCardOf(aDay(), [], at('12:00')).label).toBe('今天已经关门')
    expect(roomCardOf(aDay({ carers: {} }), [], at('09:00')).label).toBe('今天已经约满')
    expect(roomCardOf(undefined, [], at('09:00')).label).toBe('今天没有安排托管')
  })
})

test('the line under the greeting tells the hours, or that it is over', () => {
  expect(openWords(aDay(), at('10:00'))).toBe('今天 9:00–12:00 开放')
  expect(openWords(aDay(), at('12:00'))).toBe('今天 12:00 已关门')
  const closures = [{ date: localDate('2026-09-07'), why: 'holiday' }]
  expect(openWords(aDay({ closures }), at('10:00'))).toBe('今天放假，不开放')
})

describe('what to do first', () => {
  const labelOf = (facts: HomeFacts) => homeOf(facts, at('09:00')).start?.label

  test('a newcomer registers, a family without children adds one, others just book', () => {
    const household = { children: [], papersSeen: false }
    expect(labelOf(newcomer)).toBe('去登记')
    expect(labelOf({ ...newcomer, household })).toBe('添加孩子')
    const family = { ...household, children: [aChild()] }
    expect(labelOf({ ...newcomer, household: { ...family, papersSeen: true } })).toBeUndefined()
    const first = homeOf({ ...newcomer, household: { ...family, papersSeen: false } }, at('09:40'))
    expect(first.start?.text).toContain('接种本')
  })

  test('staff are not asked to register a family, they find their desks', () => {
    const page = (role: 'carer' | 'community' | 'volunteer') =>
      homeOf({ ...newcomer, me: { roles: [role], unread: 0 } }, at('09:00'))
    expect(page('carer')).toMatchObject({ start: null, atRoom: true, atDesk: false })
    expect(page('community')).toMatchObject({ atRoom: false, atDesk: true })
    expect(page('volunteer')).toMatchObject({ atRoom: false, atDesk: false })
  })
})

test('the next booking reads as a sentence and the others are counted', () => {
  const household = { children: [viewChild()], papersSeen: true }
  const next = [aBooking(), aBooking(), aBooking()]
  const page = homeOf({ ...newcomer, household, next }, evening)
  expect(page.booking).toMatchObject({
    title: '小雨 · 明天 周四',
    detail: '9:00–11:00 · 临时看护',
    state: '已预约 · ¥27',
    hasTicket: true,
  })
  expect(page.more).toBe('还有 2 个预约')
})

test('the shelf says when each story is, and new messages are counted', () => {
  const facts = {
    ...newcomer,
    me: { name: '小雨妈妈', roles: [], unread: 2 },
    sessions: [aSession({ date: thursday, span: '15:30-16:00', priceFen: fen(0) })],
  }
  const page = homeOf(facts, anInstant('2026-11-26 09:00'))
  expect(page.greeting).toBe('早上好，小雨妈妈')
  expect(page.unread).toBe('2 条新消息')
  expect(page.sessions).toEqual([
    {
      id: 'session-1',
      title: '毛毛虫的早餐',
      when: '今天 15:30',
      cover: '/images/cover/caterpillar.svg',
      aria: '毛毛虫的早餐，今天 15:30',
    },
  ])
})
