import { shortMoment } from './notice-draft'
import type { Instant } from '../domain/time'

export interface CallLine {
  readonly householdId: string
  readonly guardian: string
  readonly phone: string
  readonly children: readonly string[]
  readonly calledBy?: string
}

export interface Reach {
  readonly households: number
  readonly byMessage: number
  readonly byCall: readonly CallLine[]
  readonly quietUntil?: Instant
}

export const NO_REACH: Reach = { households: 0, byMessage: 0, byCall: [] }

/** Some more families. */
export function addReach(sum: Reach, more: Reach): Reach {
  return {
    households: sum.households + more.households,
    byMessage: sum.byMessage + more.byMessage,
    byCall: [...sum.byCall, ...more.byCall],
    ...(more.quietUntil === undefined ? {} : { quietUntil: more.quietUntil }),
  }
}

export interface CallRow {
  readonly key: string
  readonly guardian: string
  readonly phone: string
  readonly children: string
  readonly called: boolean
  /** Who did: 社区小李, or empty. */
  readonly calledWords: string
  readonly aria: string
}

export interface ReachView {
  readonly byMessage: number
  readonly households: number
  readonly percent: number
  readonly callWords: string
  readonly rows: readonly CallRow[]
  /** 还有 120 家, or empty: a list that nobody would ring down is not drawn. */
  readonly more: string
  /** It is night: 明天 7:30 才会发到微信, or empty. */
  readonly quiet: string
}

/** So many lines are drawn. */
const SHOWN = 100

/** 61 / 80 家, and who wants a call. */
export function reachViewOf(
  { households, byMessage, byCall, quietUntil }: Reach,
  now: Instant,
): ReachView {
  return {
    byMessage,
    households,
    percent: households ? Math.round((byMessage * 100) / households) : 0,
    callWords: callWordsOf(households, byCall.length),
    rows: callRowsOf(byCall.slice(0, SHOWN)),
    more: byCall.length > SHOWN ? `还有 ${byCall.length - SHOWN} 家，发出后在通知里看` : '',
    quiet:
      quietUntil === undefined
        ? ''
        : `夜里不打扰：微信提醒 ${shortMoment(quietUntil, now)} 发，小程序里马上能看到。`,
  }
}

function callWordsOf(households: number, calls: number): string {
  if (households === 0) return '没有家庭符合'
  return calls > 0 ? `${calls} 家需要打电话` : '每一家都能收到'
}

export function callRowsOf(lines: readonly CallLine[]): CallRow[] {
  return lines.map(({ householdId, guardian, phone, children, calledBy }) => ({
    key: householdId,
    guardian,
    phone,
    children: children.join('、') || '还没有登记孩子',
    called: calledBy !== undefined,
    calledWords: calledBy ?? '',
    aria: `打电话给${guardian}`,
  }))
}
