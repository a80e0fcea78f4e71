import type { Fen } from '../domain/money'
import type { Refusal } from '../domain/refusal'
import { spanMinutes, type Span } from '../domain/span'
import { yuan } from './money'
import { clock, hoursWord, spanWords } from './when'
import { wordsOf, type Words } from './words'

export interface WalkInOption {
  readonly key: string
  readonly span: Span
  readonly totalFen: Fen
  /** 9:00–11:00 */
  readonly when: string
  /** 2 小时 · ¥30 */
  readonly price: string
  readonly on: boolean
}

/** What the function says can be had. */
export interface WalkInPlan {
  readonly options: readonly { readonly span: Span; readonly totalFen: Fen }[]
  readonly refusal?: Refusal
}

export interface WalkInView {
  readonly options: readonly WalkInOption[]
  /** Why there is nothing to choose. */
  readonly none: Words | null
  /** Why nothing longer can be had: 12:00 起没有位置了. */
  readonly more: string
  readonly button: string
}

export function walkInOf(plan: WalkInPlan, chosen: string): WalkInView {
  const options = plan.options.map(({ span, totalFen }) => ({
    key: span.to,
    span,
    totalFen,
    when: spanWords(span),
    price: `${hoursWord(spanMinutes(span))} · ${yuan(totalFen)}`,
    on: span.to === chosen,
  }))
  const words = plan.refusal && wordsOf(plan.refusal)
  const [first] = options
  const on = options.find((each) => each.on)
  return {
    options,
    none: first ? null : (words ?? null),
    more: first && plan.refusal ? moreOf(plan.refusal) : '',
    button: on ? `登记 ${on.price}` : '请选到几点',
  }
}

function moreOf(refusal: Refusal): string {
  return refusal.code === 'session_full'
    ? `${clock(refusal.at)} 起没有位置了。`
    : `不能更晚：${wordsOf(refusal).title}。`
}
