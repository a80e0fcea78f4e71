import type { FiguresReport, HeatLevel } from '../domain/month-figures'
import { HEAT_WORDS } from '../domain/report-sheets'
import { FEWEST, type SafeCount } from '../domain/small-counts'
import type { Instant } from '../domain/time'
import { yuan } from './money'
import { monthStepsOf, type MonthSteps } from './statement'
import { clock, dateWords, hoursWord, momentWords, weekdayName } from './when'

export interface FiguresPage extends MonthSteps {
  /** Empty where too few families stand behind it. */
  readonly saved: string
  readonly market: string
  /** 托位用了 64%. */
  readonly use: string
  readonly useWords: string
  /** Hours at the head of the map, one for each column. */
  readonly hours: readonly string[]
  readonly heat: readonly HeatLine[]
  /** 10 月 10 日 周六调休，算在周三; empty when no day was. */
  readonly swapped: string
  readonly legend: readonly { readonly level: HeatLevel; readonly words: string }[]
  readonly groups: readonly { readonly head: string; readonly rows: readonly FigureRow[] }[]
  readonly madeAt: string
}

export interface HeatLine {
  readonly label: string
  /** −1: the point was not open. */
  readonly cells: readonly { readonly key: string; readonly level: HeatLevel | -1 }[]
  readonly aria: string
}

export interface FigureRow {
  readonly label: string
  readonly value: string
}

const LEVELS: readonly HeatLevel[] = [0, 1, 2, 3, 4]

export function figuresPageOf(report: FiguresReport, now: Instant): FiguresPage {
  const { month, money, offeredHours, usedHours, times } = report
  const share = offeredHours === 0 ? 0 : Math.round((usedHours / offeredHours) * 100)
  return {
    ...monthStepsOf(month, now),
    saved: money ? yuan(money.savedFen) : '',
    market: money ? yuan(money.marketFen) : '',
    use: `${share}%`,
    useWords: `开放 ${report.openDays} 天，提供 ${offeredHours} 个托位小时，用了 ${usedHours} 个`,
    // Every second column is a full hour; a label for each would not fit.
    hours: times.map((time) => (time.endsWith(':00') ? String(Number(time.slice(0, 2))) : '')),
    heat: report.heat.map(({ weekday, levels }) => ({
      label: weekdayName(weekday),
      cells: levels.map((level, at) => ({ key: times[at] ?? '', level: level ?? -1 })),
      aria: `${weekdayName(weekday)}：${spansOf(report, levels)}`,
    })),
    swapped: report.swapped
      .map(({ date, as }) => `${dateWords(date)}调休，算在${weekdayName(as)}`)
      .join('；'),
    legend: LEVELS.map((level) => ({ level, words: HEAT_WORDS[level] })),
    groups: groupsOf(report),
    madeAt: `${momentWords(report.madeAt)} 汇总`,
  }
}

/** 9:00 很满，12:00 较松: where it changes, for a screen reader. */
function spansOf({ times }: FiguresReport, levels: readonly (HeatLevel | null)[]): string {
  return levels
    .flatMap((level, at) =>
      at > 0 && levels[at - 1] === level
        ? []
        : [`${clock(times[at] ?? ('' as never))} ${level === null ? '不开放' : HEAT_WORDS[level]}`],
    )
    .join('，')
}

function groupsOf(report: FiguresReport): FiguresPage['groups'] {
  const { fullSlots, slots } = report
  return [
    {
      head: '托管',
      rows: [
        { label: '来过', value: counted(report.visits, '次') },
        { label: '家庭', value: counted(report.households, '家') },
        { label: '孩子', value: counted(report.children, '个') },
        { label: '约满的半小时', value: `${fullSlots} / ${slots}` },
        { label: '没排到的家庭', value: counted(report.waited, '家次') },
      ],
    },
    {
      head: '绘本和课程',
      rows: [
        { label: '办了', value: `${report.sessions} 场` },
        { label: '参加的孩子', value: counted(report.seated, '人次') },
        { label: '提供的名额', value: `${report.seats} 个` },
      ],
    },
    {
      head: '深港妈妈和志愿者',
      rows: [
        { label: '人数', value: counted(report.volunteers, '位') },
        { label: '场次', value: `${report.duties} 场` },
        { label: '服务时数', value: hoursWord(report.serviceMinutes) },
      ],
    },
    {
      head: '通知',
      rows: [
        { label: '发出', value: `${report.notices} 条` },
        { label: '消息送达', value: counted(report.byMessage, '家次') },
        { label: '只在小程序里', value: counted(report.inAppOnly, '家次') },
      ],
    },
  ]
}

function counted(count: SafeCount, unit: string): string {
  return `${count === 'few' ? `<${FEWEST}` : count} ${unit}`
}
