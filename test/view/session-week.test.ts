import { addDays } from '../../miniprogram/domain/time'
import { fen } from '../../miniprogram/domain/money'
import { sessionWeekOf } from '../../miniprogram/view/session-week'
import { aChild } from '../support/a-child'
import { MONDAY } from '../support/a-day'
import { aSession } from '../support/a-session'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-09-07 09:00')
const nothingChosen = { date: '', filter: '' }

test('the week opens on the next day that has a session for the child', () => {
  const sessions = [
    aSession({ id: 'for-older', fromMonths: 32 }),
    aSession({ id: 'fits', date: addDays(MONDAY, 2) }),
  ]
  const week = sessionWeekOf({ now, sessions, children: [aChild({ months: 30 })] }, nothingChosen)
  expect(week.cards.map(({ id }) => id)).toEqual(['fits'])
  expect(week.days.filter(({ selected }) => selected).map(({ weekday }) => weekday)).toEqual([
    '周三',
  ])
  expect(week.filters.map(({ label }) => label)).toEqual(['适合小雨', '全部'])
})

test('a day whose last session is over is not where the week opens, but can still be read', () => {
  const sessions = [
    aSession({ id: 'gone', span: '8:00-8:30' }),
    aSession({ id: 'later', date: addDays(MONDAY, 1) }),
  ]
  expect(sessionWeekOf({ now, sessions, children: [] }, nothingChosen).cards[0]?.id).toBe('later')
  const monday = sessionWeekOf({ now, sessions, children: [] }, { date: MONDAY, filter: 'all' })
  expect(monday.cards.map(({ id, over }) => [id, over])).toEqual([['gone', true]])
  expect(monday.cards[0]?.chips.map(({ text }) => text)).toEqual(['已结束'])
})

test('an empty day leads to the next day with something', () => {
  const sessions = [aSession({ date: addDays(MONDAY, 3) })]
  const week = sessionWeekOf({ now, sessions, children: [] }, { date: MONDAY, filter: 'all' })
  expect(week.empty).toBe('这一天没有安排')
  expect(week.elsewhere).toEqual({ date: addDays(MONDAY, 3), label: '看周四的' })
  expect(sessionWeekOf({ now, sessions: [], children: [] }, nothingChosen).empty).toBe(
    '这一周的绘本还没排好',
  )
})

test('only filters that find something are offered, and a card says it all', () => {
  const sessions = [
    aSession({ language: 'cantonese' }),
    aSession({
      id: 'together',
      span: '14:30-15:15',
      service: 'together',
      accompanied: true,
      leader: { name: '陈老师', role: 'carer' },
      priceFen: fen(2000),
    }),
  ]
  const week = sessionWeekOf({ now, sessions, children: [] }, nothingChosen)
  expect(week.filters.map(({ key }) => key)).toEqual(['all', 'cantonese', 'reading', 'together'])
  expect(week.cards.map(({ what, who, price }) => [what, who, price])).toEqual([
    ['10:00–10:30 · 绘本阅读', '阿May · 深港妈妈 · 粤语', '免费'],
    ['14:30–15:15 · 亲子早教课', '陈老师', '¥20'],
  ])
  expect(week.cards[1]?.chips.map(({ text }) => text)).toEqual([
    '还有 10 位',
    '18 个月到 3 岁',
    '请家长陪同',
  ])
})
