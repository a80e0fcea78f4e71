import type { Child } from '../domain/child'
import { KEPT_MONTHS, mayKeep } from '../domain/farewell'
import type { Farewell, FarewellWhy } from '../domain/household'
import type { LocalDate } from '../domain/time'
import { dateWords, monthDay } from './when'

export interface FarewellFacts {
  readonly children: readonly Child[]
  readonly farewell?: Farewell
  readonly keptUntil?: LocalDate
}

export interface FarewellPage {
  readonly title: string
  readonly why: string
  /** 12 月 9 日 周三 */
  readonly on: string
  readonly goes: readonly string[]
  readonly stays: string
  readonly mayKeep: boolean
  readonly keep: string
  /** Agreeing to the new notices is the way to keep anything. */
  readonly mustAgree: boolean
}

export const FAREWELL_WHYS: Readonly<Record<FarewellWhy, string>> = {
  grown: '孩子已经超过托育点的年龄，照看孩子用的信息就不再需要了。',
  away: '您家很久没有来了，我们不再留着用不上的信息。',
  unanswered: '新的信息说明一直没有得到您的同意，我们不能再留着这些信息。',
}

/** What will go by itself, and when; null when nothing does. */
export function farewellPageOf(facts: FarewellFacts): FarewellPage | null {
  const { children, farewell } = facts
  if (!farewell) return null
  const names = children.filter(({ id }) => farewell.childIds.includes(id)).map(({ name }) => name)
  const whose = names.join('、')
  const ofChildren = whose
    ? [`${whose}的小名、生日和过敏`, `${whose}的健康日期、晨检和当日记录`, `${whose}听过的绘本`]
    : []
  const ofFamily = ['您的称呼和手机号', '同意的记录、排队和消息']
  return {
    title: farewell.whole ? '要和您说再见了' : `${whose}长大了`,
    why: FAREWELL_WHYS[farewell.why],
    on: dateWords(farewell.on),
    goes: farewell.whole ? [...ofChildren, ...ofFamily] : ofChildren,
    stays: '账单按财务要求保留，但没有名字。',
    mayKeep: mayKeep(farewell),
    keep: `再留 ${KEPT_MONTHS} 个月`,
    mustAgree: !mayKeep(farewell),
  }
}

/** 留到 2027 年 11 月 25 日 */
export function keptWords(keptUntil: LocalDate): string {
  return `已经记下，留到 ${keptUntil.slice(0, 4)} 年 ${monthDay(keptUntil)}。到时会再问您。`
}
