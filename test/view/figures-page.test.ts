import { fen } from '../../miniprogram/domain/money'
import type { Month } from '../../miniprogram/domain/month'
import type { FiguresReport } from '../../miniprogram/domain/month-figures'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { figuresPageOf } from '../../miniprogram/view/figures-page'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-10-02 09:00')
const report: FiguresReport = {
  month: '2026-09' as Month,
  madeAt: anInstant('2026-10-01 00:30'),
  openDays: 26,
  times: ['09:00', '09:30', '10:00'].map(localTime),
  heat: [{ weekday: 1, levels: [4, 4, null] }],
  swapped: [{ date: localDate('2026-09-20'), as: 5 }],
  offeredHours: 200,
  usedHours: 128,
  fullSlots: 3,
  slots: 52,
  visits: 120,
  households: 30,
  children: 'few',
  waited: 0,
  sessions: 8,
  seats: 64,
  seated: 40,
  money: { savedFen: fen(450_000), marketFen: fen(600_000), totalFen: fen(150_000) },
  volunteers: 6,
  duties: 14,
  serviceMinutes: 630,
  notices: 2,
  byMessage: 121,
  inAppOnly: 39,
}

test('a month is one percentage, one sum, one map', () => {
  const page = figuresPageOf(report, now)
  expect(page).toMatchObject({ month: '2026 年 9 月', use: '64%', saved: '¥4500' })
  expect(page.swapped).toBe('9 月 20 日 周日调休，算在周五')
  expect(page.hours).toEqual(['9', '', '10'])
  expect(page.heat).toMatchObject([
    {
      label: '周一',
      cells: [{ level: 4 }, { level: 4 }, { level: -1 }],
      aria: '周一：9:00 很满，10:00 不开放',
    },
  ])
})

test('few children are written as few, and without enough families there is no money', () => {
  const { money: _money, ...poor } = report
  const page = figuresPageOf(poor, now)
  expect(page).toMatchObject({ saved: '', market: '' })
  expect(page.groups[0]?.rows).toContainEqual({ label: '孩子', value: '<5 个' })
})
