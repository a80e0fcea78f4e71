import type { FiguresReport, HeatLevel } from './month-figures'
import { FEWEST, type SafeCount } from './small-counts'

/** A sheet of the month's workbook, row by row; the first row is its head. */
export interface ReportSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number)[])[]
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const HEAT_WORDS: Readonly<Record<HeatLevel, string>> = {
  0: '没有人',
  1: '很松',
  2: '较松',
  3: '较满',
  4: '很满',
}

/** What the community hands in: sums, and how full each half hour of the week was. */
export function reportSheetsOf(report: FiguresReport, site: string): ReportSheet[] {
  const { month, money } = report
  const [year, number] = month.split('-').map(Number)
  return [
    {
      name: '小结',
      rows: [
        [`${site} ${year} 年 ${number} 月`, ''],
        ['开放天数', report.openDays],
        ['提供托位（小时）', report.offeredHours],
        ['使用托位（小时）', report.usedHours],
        ['满位的半小时', report.fullSlots],
        ['托管人次', countWord(report.visits)],
        ['家庭', countWord(report.households)],
        ['孩子', countWord(report.children)],
        ['没排到的家庭（家次）', countWord(report.waited)],
        ['绘本和课程（场）', report.sessions],
        ['参加的孩子（人次）', countWord(report.seated)],
        ['家庭支付（元）', yuan(money?.totalFen)],
        ['同样时间市场约（元）', yuan(money?.marketFen)],
        ['为家庭省下（元）', yuan(money?.savedFen)],
        ['志愿者', countWord(report.volunteers)],
        ['志愿服务（场）', report.duties],
        ['志愿服务（小时）', report.serviceMinutes / 60],
        ['通知', report.notices],
        ['通知由消息送达（家次）', countWord(report.byMessage)],
        ['通知只在小程序里（家次）', countWord(report.inAppOnly)],
      ],
    },
    {
      name: '时段',
      rows: [
        ['', ...report.times],
        ...report.heat.map(({ weekday, levels }) => [
          WEEKDAYS[weekday - 1] ?? '',
          ...levels.map((level) => (level === null ? '' : HEAT_WORDS[level])),
        ]),
        ...report.swapped.map(({ date, as }) => [`${date} 调休，算在${WEEKDAYS[as - 1] ?? ''}`]),
      ],
    },
  ]
}

function yuan(fen: number | undefined): string | number {
  return fen === undefined ? `少于 ${FEWEST} 家，不显示` : fen / 100
}

/** 12, or <5 for so few that they could be recognised. */
export function countWord(count: SafeCount): string | number {
  return count === 'few' ? `<${FEWEST}` : count
}
