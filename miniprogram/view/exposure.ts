import type { Instant, LocalDate } from '../domain/time'
import { dateWords, momentWords } from './when'

export interface ExposureFacts {
  readonly illness: string
  readonly date: LocalDate
  readonly families: readonly {
    readonly guardian: string
    readonly phone: string
    readonly children: readonly string[]
    readonly minutes: number
  }[]
  readonly sentAt?: Instant
}

export interface ExposureView {
  readonly title: string
  readonly text: string
  readonly families: readonly {
    readonly key: string
    readonly guardian: string
    readonly phone: string
    readonly children: string
    readonly together: string
  }[]
  /** 告诉这 4 家; empty when there is nobody to tell. */
  readonly button: string
  /** 11 月 26 日 10:12 已经告诉; empty until then. */
  readonly sent: string
}

export function exposureViewOf({ illness, date, families, sentAt }: ExposureFacts): ExposureView {
  return {
    title: `疑似${illness}`,
    text:
      families.length > 0
        ? `${dateWords(date)}发现。只有下面 ${families.length} 家的孩子和他同时在园。提醒里不写孩子的名字。`
        : `${dateWords(date)}发现。没有别的孩子和他同时在园，不用提醒。`,
    families: families.map(({ guardian, phone, children, minutes }) => ({
      key: `${phone}-${guardian}`,
      guardian,
      phone,
      children: children.join('、'),
      together: `同时在园 ${togetherWords(minutes)}`,
    })),
    button: families.length > 0 && sentAt === undefined ? `提醒这 ${families.length} 家` : '',
    sent: sentAt === undefined ? '' : `${momentWords(sentAt)} 已经提醒`,
  }
}

function togetherWords(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} 小时${rest ? ` ${rest} 分` : ''}`
}
