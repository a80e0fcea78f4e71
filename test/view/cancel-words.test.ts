import { fen } from '../../miniprogram/domain/money'
import { cancelWordsOf } from '../../miniprogram/view/cancel-words'
import { anInstant } from '../support/an-instant'

const costs = [
  { until: anInstant('2026-11-25 20:00'), fen: fen(0) },
  { until: anInstant('2026-11-26 07:00'), fen: fen(300) },
  { fen: fen(500) },
]
const wordsAt = (now: string, each = '') => cancelWordsOf(costs, anInstant(now), each)

test('each step of cancelling is told with its moment, from now on', () => {
  expect(wordsAt('2026-11-25 12:00')).toBe(
    '11 月 25 日 20:00 前可免费取消；之后取消收 ¥3，11 月 26 日 7:00 起收 ¥5。',
  )
  expect(wordsAt('2026-11-25 21:00')).toBe(
    '免费取消到 11 月 25 日 20:00 为止，现在取消收 ¥3，11 月 26 日 7:00 起收 ¥5。',
  )
  expect(wordsAt('2026-11-26 08:00', '每个孩子')).toBe(
    '免费取消到 11 月 25 日 20:00 为止，现在取消每个孩子收 ¥5。',
  )
})

test('what costs nothing may be cancelled at any time', () =>
  expect(cancelWordsOf([{ fen: fen(0) }], anInstant('2026-11-25 12:00'), '')).toBe(
    '可以随时取消，不收费。',
  ))
