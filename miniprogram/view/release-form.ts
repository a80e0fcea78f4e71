import type { Tranche } from '../domain/release'
import type { ReleaseSetting } from '../domain/setting'
import { localTime, type LocalTime } from '../domain/time'
import type { FormErrors } from './form-errors'
import { halfHourIndex } from './half-hours'
import { hoursWord, clock } from './when'

export interface TrancheRow {
  readonly index: number
  readonly name: string
  /** `days`: some days before at a time; `doors`: some minutes before the doors open. */
  readonly by: 'days' | 'doors'
  /** 提前 7 天, 当天, or 开门前 2 小时 */
  readonly when: string
  readonly time: string
  readonly timeIndex: number
  readonly percent: string
  readonly mayDraw: boolean
  readonly drawn: boolean
  /** 提前 24 小时收报名 */
  readonly draw: string
  readonly wrong: string
}

export interface ReleaseForm {
  readonly rows: readonly TrancheRow[]
  readonly sum: string
  readonly sumWrong: string
  readonly mayAdd: boolean
  readonly week: string
  readonly longest: string
}

const HALF_HOUR = 30
const MOST_TRANCHES = 5
const DEFAULT_DRAW = 24 * 60
const NAMES = ['第一批', '第二批', '第三批', '第四批', '第五批']

export function releaseFormOf(value: ReleaseSetting, errors: FormErrors): ReleaseForm {
  const { tranches, weekMinutes, longestMinutes } = value
  const sum = tranches.reduce((total, { percent }) => total + percent, 0)
  return {
    rows: tranches.map((each, index) => rowOf(each, index, errors)),
    sum: tranches.length > 0 ? `合计 ${sum}%` : '所有位置随排班一起放出',
    sumWrong: errors['sum'] ?? '',
    mayAdd: tranches.length < MOST_TRANCHES,
    week: weekMinutes === undefined ? '不限' : hoursWord(weekMinutes),
    longest: longestMinutes === undefined ? '不限' : hoursWord(longestMinutes),
  }
}

function rowOf(tranche: Tranche, index: number, errors: FormErrors): TrancheRow {
  const { percent, drawMinutes } = tranche
  const by = 'daysBefore' in tranche ? 'days' : 'doors'
  const at = 'daysBefore' in tranche ? tranche.at : localTime('08:00')
  return {
    index,
    name: NAMES[index] ?? '',
    by,
    when: trancheWhen(tranche),
    time: clock(at),
    timeIndex: halfHourIndex(at),
    percent: `${percent}%`,
    mayDraw: by === 'days',
    drawn: drawMinutes !== undefined,
    draw: drawMinutes === undefined ? '' : `提前 ${hoursWord(drawMinutes)}收报名`,
    wrong: errors[`tranches.${index}`] ?? '',
  }
}

/** 提前 7 天, 当天, 开门前 2 小时 */
function trancheWhen(tranche: Tranche): string {
  if (!('daysBefore' in tranche)) return `开门前 ${hoursWord(tranche.minutesBefore)}`
  return tranche.daysBefore === 0 ? '当天' : `提前 ${tranche.daysBefore} 天`
}

/** 提前 7 天 20:00 放 70%（抽签） */
export function trancheWords(tranche: Tranche): string {
  const at = 'daysBefore' in tranche ? ` ${clock(tranche.at)}` : ''
  const drawn = tranche.drawMinutes === undefined ? '' : '（抽签）'
  return `${trancheWhen(tranche)}${at} 放 ${tranche.percent}%${drawn}`
}

/** One step of how long before. */
export function steppedWhen(tranche: Tranche, by: number): Tranche {
  return 'daysBefore' in tranche
    ? { ...tranche, daysBefore: within(tranche.daysBefore + by, 0, 13) }
    : { ...tranche, minutesBefore: within(tranche.minutesBefore + by * HALF_HOUR, HALF_HOUR, 720) }
}

export function steppedPercent(tranche: Tranche, by: number): Tranche {
  return { ...tranche, percent: within(tranche.percent + by * 5, 5, 100) }
}

export function steppedDraw(tranche: Tranche, by: number): Tranche {
  return { ...tranche, drawMinutes: within((tranche.drawMinutes ?? 0) + by * 60, 60, 3 * 24 * 60) }
}

export function withTime(tranche: Tranche, at: LocalTime): Tranche {
  return 'daysBefore' in tranche ? { ...tranche, at } : tranche
}

/** The other way of counting: by days, or from the doors. The urgent places are never drawn. */
export function counted({ percent }: Tranche, by: TrancheRow['by']): Tranche {
  return by === 'days'
    ? { daysBefore: 1, at: localTime('20:00'), percent }
    : { minutesBefore: 120, percent }
}

export function toggledDraw(tranche: Tranche): Tranche {
  const { drawMinutes, ...plain } = tranche
  return drawMinutes === undefined ? { ...plain, drawMinutes: DEFAULT_DRAW } : plain
}

/** One tranche more, with what is left of the hundred. */
export function withNewTranche(tranches: readonly Tranche[]): readonly Tranche[] {
  const left = 100 - tranches.reduce((total, { percent }) => total + percent, 0)
  return [...tranches, { minutesBefore: 120, percent: within(left, 5, 100) }]
}

/** Minutes by half hours or more; beyond the last step there is no limit. */
export function steppedLimit(
  minutes: number | undefined,
  by: number,
  [least, most, step]: readonly [number, number, number],
): number | undefined {
  const next = (minutes ?? most + step) + by * step
  return next > most ? undefined : Math.max(least, next)
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
