import type { Farewell } from '../../miniprogram/domain/household'
import { localDate } from '../../miniprogram/domain/time'
import { deletionCardsOf } from '../../miniprogram/view/deletion-list'
import { farewellPageOf, keptWords } from '../../miniprogram/view/farewell-page'
import { storedItems, untilWords } from '../../miniprogram/view/kept-words'
import { aChild } from '../support/a-child'

const child = aChild()
const farewell: Farewell = {
  why: 'grown',
  childIds: [child.id],
  whole: false,
  on: localDate('2026-12-09'),
}

test('the privacy page says of each item what, why and until when', () => {
  const items = storedItems()
  expect(items.length).toBeGreaterThan(15)
  for (const { what, why, until } of items)
    expect([what, why, until].every((words) => words.length > 3)).toBe(true)
  expect(items.find(({ what }) => what === '晨检和当日记录')?.until).toBe(
    '满 1 年，或孩子的记录到期',
  )
  expect(untilWords({ ends: 'family', days: 90 })).toBe('满 90 天，或您删除为止')
})

test('a farewell says what goes and when; keeping is offered where it is lawful', () => {
  expect(farewellPageOf({ children: [child], farewell })).toMatchObject({
    title: `${child.name}长大了`,
    on: '12 月 9 日 周三',
    mayKeep: true,
    keep: '再留 12 个月',
  })
  const unanswered = { ...farewell, why: 'unanswered', whole: true } as const
  const page = farewellPageOf({ children: [child], farewell: unanswered })
  expect(page).toMatchObject({ title: '要和您说再见了', mayKeep: false, mustAgree: true })
  expect(page?.goes).toContain('您的称呼和手机号')
  expect(farewellPageOf({ children: [child] })).toBeNull()
  expect(keptWords(localDate('2027-11-25'))).toContain('2027 年 11 月 25 日')
})

test('what was deleted is kinds and numbers', () => {
  const counts = { children: 1, checks: 12, notes: 0 }
  const [card] = deletionCardsOf([{ id: 'a', date: localDate('2026-11-25'), why: 'grown', counts }])
  expect(card).toEqual({
    id: 'a',
    date: '11 月 25 日 周三',
    why: '孩子长大了',
    counts: '孩子 1 · 晨检 12',
  })
})
