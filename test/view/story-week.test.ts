import { addDays } from '../../miniprogram/domain/time'
import { fen } from '../../miniprogram/domain/money'
import { storyWeekOf } from '../../miniprogram/view/story-week'
import { aChild } from '../support/a-child'
import { MONDAY } from '../support/a-day'
import { aStory } from '../support/a-story'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-09-07 09:00')
const nothingChosen = { date: '', filter: '' }

test('the week opens on the next day that has a session for the child', () => {
  const stories = [
    aStory({ id: 'for-older', book: { fromMonths: 32 } }),
    aStory({ id: 'fits', date: addDays(MONDAY, 2) }),
  ]
  const week = storyWeekOf({ now, stories, children: [aChild({ months: 30 })] }, nothingChosen)
  expect(week.cards.map(({ id }) => id)).toEqual(['fits'])
  expect(week.days.filter(({ selected }) => selected).map(({ weekday }) => weekday)).toEqual([
    '周三',
  ])
  expect(week.filters.map(({ label }) => label)).toEqual(['适合小雨', '全部'])
})

test('a day whose last session is over is not where the week opens, but can still be read', () => {
  const stories = [
    aStory({ id: 'gone', span: '8:00-8:30' }),
    aStory({ id: 'later', date: addDays(MONDAY, 1) }),
  ]
  expect(storyWeekOf({ now, stories, children: [] }, nothingChosen).cards[0]?.id).toBe('later')
  const monday = storyWeekOf({ now, stories, children: [] }, { date: MONDAY, filter: 'all' })
  expect(monday.cards.map(({ id, over }) => [id, over])).toEqual([['gone', true]])
  expect(monday.cards[0]?.chips.map(({ text }) => text)).toEqual(['已结束'])
})

test('an empty day leads to the next day with something', () => {
  const stories = [aStory({ date: addDays(MONDAY, 3) })]
  const week = storyWeekOf({ now, stories, children: [] }, { date: MONDAY, filter: 'all' })
  expect(week.empty).toBe('这一天没有安排')
  expect(week.elsewhere).toEqual({ date: addDays(MONDAY, 3), label: '看周四的' })
  expect(storyWeekOf({ now, stories: [], children: [] }, nothingChosen).empty).toBe(
    '这一周的绘本还没排好',
  )
})

test('only filters that find something are offered, and a card says it all', () => {
  const stories = [
    aStory({ language: 'cantonese' }),
    aStory({
      id: 'together',
      span: '14:30-15:15',
      service: 'together',
      accompanied: true,
      leader: '陈老师',
      leaderRole: 'carer',
      priceFen: fen(2000),
    }),
  ]
  const week = storyWeekOf({ now, stories, children: [] }, nothingChosen)
  expect(week.filters.map(({ key }) => key)).toEqual(['all', 'cantonese', 'together'])
  expect(week.cards.map(({ what, who, price }) => [what, who, price])).toEqual([
    ['10:00–10:30 · 绘本阅读', '阿May · 深港妈妈 · 粤语', '免费'],
    ['14:30–15:15 · 亲子早教课', '陈老师', '¥20'],
  ])
  expect(week.cards[1]?.chips.map(({ text }) => text)).toEqual(['18 个月到 3 岁', '请家长陪同'])
})
