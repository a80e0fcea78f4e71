import { instantOf, localDate, localTime } from '../../miniprogram/domain/time'
import { fen } from '../../miniprogram/domain/money'
import { ageWords } from '../../miniprogram/view/age'
import { yuan, yuanExact } from '../../miniprogram/view/money'
import { dateWords, dayWord, hoursWord, momentWords, spanWords } from '../../miniprogram/view/when'

const thursday = localDate('2026-11-26')

test('days near by are told by their distance, others by their weekday', () => {
  expect(dayWord(thursday, thursday)).toBe('今天')
  expect(dayWord(localDate('2026-11-27'), thursday)).toBe('明天')
  expect(dayWord(localDate('2026-11-29'), thursday)).toBe('周日')
})

test('dates and times read as a parent writes them', () => {
  expect(dateWords(thursday)).toBe('11 月 26 日 周四')
  expect(spanWords({ from: localTime('09:00'), to: localTime('11:30') })).toBe('9:00–11:30')
  expect(hoursWord(90)).toBe('1.5 小时')
  expect(momentWords(instantOf(localDate('2026-11-25'), localTime('20:00')))).toBe(
    '11 月 25 日 20:00',
  )
})

test('money is short on a button and exact on a bill', () => {
  expect([yuan(fen(2700)), yuan(fen(2750)), yuanExact(fen(2700)), yuanExact(fen(-300))]).toEqual([
    '¥27',
    '¥27.50',
    '¥27.00',
    '−¥3.00',
  ])
})

test('an age is years and months', () => {
  expect(ageWords(localDate('2024-10-26'), thursday)).toBe('2 岁 1 个月')
  expect(ageWords(localDate('2024-11-26'), thursday)).toBe('2 岁')
  expect(ageWords(localDate('2026-03-27'), thursday)).toBe('7 个月')
})
