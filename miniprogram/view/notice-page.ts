import type { Audience } from '../domain/audience'
import { mayBeRecalled, type NoticeState } from '../domain/notice'
import type { Instant } from '../domain/time'
import { audienceWords, type GroupChoice } from './notice-audience'
import { shortMoment } from './notice-draft'
import { callRowsOf, type CallLine, type CallRow } from './notice-reach'

export interface NoticeFacts {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly audience: Audience
  readonly state: NoticeState
  readonly at: Instant
  readonly byName: string
  readonly urgent?: boolean
  readonly families: number
  readonly byMessage: number
}

export interface NoticeRow {
  readonly id: string
  readonly title: string
  readonly text: string
  /** 今天 14:00 · 社区小李 */
  readonly when: string
  readonly chip: string
  readonly tone: 'leaf' | 'sun' | 'coral' | ''
  /** 微信 61 / 80 家, or empty. */
  readonly reach: string
}

const CHIPS: Readonly<Record<NoticeState, readonly [string, NoticeRow['tone']]>> = {
  draft: ['草稿', ''],
  planned: ['定时', 'sun'],
  going: ['正在发', 'sun'],
  gone: ['已发出', 'leaf'],
  recalled: ['已撤回', 'coral'],
}

/** A notice in the list: what, when, how far. */
export function noticeRowOf(notice: NoticeFacts, now: Instant): NoticeRow {
  const { id, title, text, state, at, byName, families, byMessage, urgent } = notice
  const [chip, tone] = CHIPS[state]
  return {
    id,
    title: title || '（没有标题）',
    text,
    when:
      state === 'draft' ? `改于 ${shortMoment(at, now)}` : `${shortMoment(at, now)} · ${byName}`,
    chip: urgent && state === 'gone' ? '紧急' : chip,
    tone: urgent && state === 'gone' ? 'coral' : tone,
    reach: families > 0 ? `微信 ${byMessage} / ${families} 家` : '',
  }
}

export interface Counts {
  readonly sent: number
  readonly waiting: number
  readonly inbox: number
  readonly refused: number
  readonly failed: number
  readonly unknown: number
  readonly expired: number
  readonly recalled: number
}

export interface NoticePage {
  readonly row: NoticeRow
  /** 所有家庭 */
  readonly audience: string
  readonly percent: number
  readonly lines: readonly {
    readonly label: string
    readonly count: number
    readonly why: string
  }[]
  /** What there is to take back; empty when nothing. */
  readonly recall: string
  readonly mayCopy: boolean
  readonly calls: readonly CallRow[]
  readonly callWords: string
  /** It still moves: worth looking again. */
  readonly isMoving: boolean
}

const COUNTS: readonly (readonly [keyof Counts, string, string])[] = [
  ['sent', '微信收下了', ''],
  ['waiting', '还在排队', '夜里等到早上发，人多时一分钟发一批'],
  ['inbox', '只在小程序里', '没有允许微信提醒'],
  ['refused', '微信说没有允许', '次数用完了，已更正'],
  ['failed', '没有发成', '微信忙，几分钟后再试，最多五次'],
  ['unknown', '不知道到没到', '为了不发两遍，不再发'],
  ['expired', '过了时间', '再发已经没有用'],
  ['recalled', '撤回了', ''],
]

/** One notice: how many got it, by message; whom to ring; what can be taken back. */
export function noticePageOf(
  {
    notice,
    counts,
    pending,
    calls,
  }: {
    readonly notice: NoticeFacts
    readonly counts: Counts
    /** Messages that can still be taken back. */
    readonly pending: number
    readonly calls: readonly CallLine[]
  },
  groups: readonly GroupChoice[],
  now: Instant,
): NoticePage {
  const { state, families, byMessage } = notice
  const left = calls.filter(({ calledBy }) => calledBy === undefined).length
  const mayRecall = mayBeRecalled(notice, pending)
  return {
    row: noticeRowOf(notice, now),
    audience: audienceWords(notice.audience, groups),
    percent: families ? Math.round((byMessage * 100) / families) : 0,
    lines: COUNTS.filter(([key]) => counts[key] > 0).map(([key, label, why]) => ({
      label,
      count: counts[key],
      why,
    })),
    recall: !mayRecall ? '' : state === 'planned' ? '不发了' : '撤回还没发出的',
    mayCopy: state === 'recalled' || state === 'gone',
    calls: callRowsOf(calls),
    callWords: calls.length === 0 ? '' : left > 0 ? `还有 ${left} 家要打电话` : '电话都打过了',
    isMoving: state === 'going' || state === 'planned' || pending > 0,
  }
}
