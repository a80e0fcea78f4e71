import type { Day } from '../../miniprogram/domain/day'
import { openingsOf } from '../../miniprogram/domain/release'
import { localTime, type LocalDate } from '../../miniprogram/domain/time'
import { careViewOf, settled, withShortcut, type CareState } from '../../miniprogram/view/care-page'
import { chooseSpan } from '../../miniprogram/view/choose-span'
import { dayAskOf } from '../../miniprogram/view/day-ask'
import { releaseNoteOf } from '../../miniprogram/view/release-note'
import { shortcutsOf } from '../../miniprogram/view/shortcuts'
import { slotGridOf } from '../../miniprogram/view/slot-grid'
import { slotNoteOf } from '../../miniprogram/view/slot-note'
import { weekStripOf } from '../../miniprogram/view/week-strip'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { evening, taken, tariff, thursday, viewChild, viewDay } from './view-day'

const TRANCHES = [
  { daysBefore: 7, at: localTime('20:00'), percent: 70 },
  { daysBefore: 1, at: localTime('20:00'), percent: 20 },
  { minutesBefore: 120, percent: 10 },
]
const released = { ...viewDay(), release: openingsOf(TRANCHES, thursday, aSpan('9:00-12:00')) }
const askOf = (day: Day, now = evening) =>
  dayAskOf({ day, children: [viewChild()], bookings: [], now })

test('the page says what opens when, and nothing once everything is open', () => {
  expect(releaseNoteOf(released, evening)).toBe(
    '已放出 70% 的位置：今天 20:00 放一批，明天 7:00 放急用位。',
  )
  expect(releaseNoteOf(released, anInstant('2026-11-18 10:00'))).toMatch(/^这天的位置还没放出来/)
  expect(releaseNoteOf(released, anInstant('2026-11-26 07:00'))).toBe('')
  expect(releaseNoteOf(viewDay(), evening)).toBe('')
})

test('a half hour whose released places are taken says when the next open, and the day too', () => {
  const day = taken(released, aSpan('9:00-12:00'), { children: 9, load: 45 })
  expect(slotGridOf(askOf(day), undefined)[0]).toMatchObject({ word: '20:00 放', tone: 'later' })
  expect(weekStripOf([askOf(day)], thursday)[0]).toMatchObject({
    word: '待放',
    aria: '11 月 26 日 周四，今天 20:00 再放位置',
  })
  expect(slotNoteOf(askOf(day), localTime('09:00'), [])).toMatchObject({
    text: '已放出的约满了，今天 20:00 再放一批。',
  })
})

test('before the first tranche nothing was taken by anybody, and the page does not say so', () => {
  const ask = askOf(released, anInstant('2026-11-18 10:00'))
  expect(slotGridOf(ask, undefined)[0]?.word).toBe('19 日放')
  expect(slotNoteOf(ask, localTime('09:00'), []).text).toBe('还没放位，明天 20:00 起可以约。')
})

test('mornings, afternoons and whole days are one tap, none longer than allowed', () => {
  const hours = aSpan('8:30-18:00')
  const of = (now: string, longestMinutes = 540) =>
    shortcutsOf({ date: thursday, hours, longestMinutes }, undefined, anInstant(now)).map(
      ({ label, words }) => `${label} ${words}`,
    )
  expect(of('2026-11-25 19:00')).toEqual(['上午 8:30–12:00', '下午 14:00–18:00', '全天 8:30–17:30'])
  expect(of('2026-11-26 10:05')).toEqual([
    '上午 10:30–12:00',
    '下午 14:00–18:00',
    '全天 10:30–18:00',
  ])
  expect(of('2026-11-26 16:40')).toEqual(['下午 17:00–18:00', '全天 17:00–18:00'])
  expect(of('2026-11-26 17:40')).toEqual([])
})

describe('With a share of four hours a week', () => {
  const day = { ...viewDay(), weekMinutes: 240 }
  const state = (taken: number, over: Partial<CareState> = {}): CareState =>
    settled({
      week: [day],
      bookings: [],
      children: [viewChild()],
      registered: true,
      papersSeen: true,
      shareTaken: { ['2026-11-23' as LocalDate]: taken },
      tariff,
      now: evening,
      childIds: [],
      date: thursday,
      ...over,
    })

  test('the page says what is left', () =>
    expect(careViewOf(state(60)).share).toBe('这一周您家还可以约 3 小时，急用位不算。'))

  test('places are shown as they are, for they are not full', () => {
    const view = careViewOf(state(240))
    expect(view.cells[0]?.word).toBe('还有 14')
    expect(view.days[0]?.word).toBe('有位')
  })

  test('a span stretched over the rest stays as it was, and the reason is told', () => {
    const span = aSpan('9:00-10:00')
    const ask = dayAskOf({
      day,
      children: [viewChild()],
      bookings: [],
      now: evening,
      shareTaken: { ['2026-11-23' as LocalDate]: 120 },
    })
    const choice = chooseSpan(ask, span, localTime('11:00'))
    expect(choice).toMatchObject({ span, refusal: { code: 'share_used', leftMinutes: 120 } })
    const view = careViewOf({ ...state(120, { span }), ...choice, asked: localTime('11:00') })
    expect(view.note?.text).toContain('还可以约 2 小时')
  })

  test('a shortcut that is too much tells why, and one that is not is chosen', () => {
    const morning = aSpan('9:00-12:00')
    expect(withShortcut(state(60), morning).span).toEqual(morning)
    expect(withShortcut(state(120), morning)).toMatchObject({ refusal: { code: 'share_used' } })
  })
})
