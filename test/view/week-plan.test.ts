import { addDays } from '../../miniprogram/domain/time'
import { filledWords, weekPlanOf } from '../../miniprogram/view/week-plan'
import { MONDAY } from '../support/a-day'
import { aSession } from '../support/a-session'
import { anInstant } from '../support/an-instant'

const facts = {
  now: anInstant('2026-09-07 09:00'),
  monday: MONDAY,
  rooms: [{ id: 'play', name: '活动室' }],
  days: [{ date: MONDAY }, { date: addDays(MONDAY, 1), closed: '台风停园' }],
}

test('a week says where and who, how it fills, and what does not take place', () => {
  const { off: _off, ...session } = aSession()
  const sessions = [
    { ...session, children: 3, waiting: 2 },
    { ...session, children: 0, waiting: 0, off: '阿May病了' },
  ]
  const { week, days, open } = weekPlanOf({ ...facts, sessions })
  expect([week, open]).toEqual(['9 月 7 日 – 9 月 13 日', true])
  expect(days.map(({ note }) => note)).toEqual(['', '台风停园'])
  expect(days[0]?.rows.map(({ detail }) => detail)[0]).toBe('10:00–10:30 · 活动室 · 阿May')
  expect(days[0]?.rows.map(({ filled, mayCallOff }) => [filled, mayCallOff])).toEqual([
    ['约了 3/10 · 2 家排队', true],
    ['不上：阿May病了', false],
  ])
})

test('filling names what could not be there', () => {
  expect(filledWords({ made: 0, left: [] })).toBe('没有新的课要排。')
  const left = [{ date: MONDAY, title: '下雨天', why: 'half_hour_closed' as const }]
  expect(filledWords({ made: 4, left })).toBe(
    '排好 4 场，家长现在就能约。没排上：9 月 7 日《下雨天》这段时间关闭。',
  )
})
