import { totalsOf } from '../../miniprogram/domain/bill-totals'
import type { DayFigures } from '../../miniprogram/domain/day-figures'
import { fen } from '../../miniprogram/domain/money'
import type { Month } from '../../miniprogram/domain/month'
import { figuresReportOf, type MonthFigures } from '../../miniprogram/domain/month-figures'
import { reportSheetsOf } from '../../miniprogram/domain/report-sheets'
import type { SiteId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { anInstant } from '../support/an-instant'

const day = (used: readonly number[], offered: number): DayFigures => ({
  slots: Object.fromEntries(
    ['0900', '0930'].map((key, at) => [key, { used: used[at] ?? 0, offered }]),
  ),
  waited: 3,
  sessions: 2,
  seats: 16,
  seated: 11,
})
const figures = (more: Partial<MonthFigures> = {}): MonthFigures => ({
  siteId: 'yucun' as SiteId,
  month: '2026-09' as Month,
  madeAt: anInstant('2026-10-01 00:30'),
  // Two Mondays and a Tuesday.
  days: {
    [localDate('2026-09-07')]: day([12, 6], 12),
    [localDate('2026-09-14')]: day([8, 0], 8),
    [localDate('2026-09-08')]: day([0, 1], 0),
  },
  bills: { ...totalsOf([]), households: 30, children: 34, visits: 120, savedFen: fen(450_000) },
  service: { people: 6, duties: 14, minutes: 630 },
  notices: { sent: 2, families: 160, byMessage: 121 },
  ...more,
})

describe("a month's report", () => {
  test('draws how full each half hour of a weekday was, over all its days together', () => {
    const { heat, times } = figuresReportOf(figures())
    expect(times).toEqual(['09:00', '09:30'])
    expect(heat).toEqual([
      // 20 of 20, and 6 of 20.
      { weekday: 1, levels: [4, 2] },
      // Nothing was offered.
      { weekday: 2, levels: [null, null] },
    ])
  })

  test('has a Sunday that is worked for a Friday among the Fridays, and says so', () => {
    const [sunday, friday] = [localDate('2026-09-20'), localDate('2026-09-18')]
    const days = { [sunday]: day([0, 6], 6), [friday]: day([6, 0], 6) }
    const report = figuresReportOf(figures({ days }), [
      { date: sunday, as: 5 },
      // A day without figures is none of the month's.
      { date: localDate('2026-10-10'), as: 3 },
    ])
    expect(report.heat).toEqual([{ weekday: 5, levels: [3, 3] }])
    expect(report.swapped).toEqual([{ date: sunday, as: 5 }])
    const [, week] = reportSheetsOf(report, '渔邨')
    expect(week?.rows).toContainEqual(['2026-09-20 调休，算在周五'])
  })

  test('sums hours of places, half hours without a place left, and who waited in vain', () =>
    expect(figuresReportOf(figures())).toMatchObject({
      openDays: 3,
      offeredHours: 20,
      usedHours: 13,
      fullSlots: 2,
      slots: 4,
      waited: 9,
      sessions: 6,
      seated: 33,
      volunteers: 6,
      serviceMinutes: 630,
      byMessage: 121,
      inAppOnly: 39,
      money: { savedFen: 450_000 },
    }))

  test('shows no number of people below five, no money that would be a single family’s', () => {
    const few = figures({
      bills: { ...totalsOf([]), households: 3, children: 4, visits: 6, savedFen: fen(9000) },
      service: { people: 2, duties: 5, minutes: 225 },
      notices: { sent: 1, families: 64, byMessage: 61 },
    })
    const report = figuresReportOf(few)
    expect(report).toMatchObject({
      households: 'few',
      children: 'few',
      visits: 6,
      volunteers: 'few',
      byMessage: 'few',
      inAppOnly: 'few',
    })
    expect(report).not.toHaveProperty('money')
    const words = JSON.stringify(reportSheetsOf(report, '渔邨'))
    expect(words).toContain('["家庭","<5"]')
    expect(words).toContain('少于 5 家，不显示')
  })

  test('is a workbook of sums and of the week', () => {
    const [sums, week] = reportSheetsOf(figuresReportOf(figures()), '渔邨')
    expect(sums?.rows[0]).toEqual(['渔邨 2026 年 9 月', ''])
    expect(sums?.rows).toContainEqual(['为家庭省下（元）', 4500])
    expect(week?.rows).toEqual([
      ['', '09:00', '09:30'],
      ['周一', '很满', '较松'],
      ['周二', '', ''],
    ])
  })
})
