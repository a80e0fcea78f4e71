import { closedNow, closingNotice } from '../domain/close-now'
import type { Day } from '../domain/day'
import type { NamedBooking } from '../domain/refusal'
import { overlaps } from '../domain/span'
import { timeOf, type Instant } from '../domain/time'
import { callRowsOf, type CallLine, type CallRow } from './notice-reach'
import { spanWords } from './when'

/** Reasons that one tap writes, the first is chosen already. */
export const CLOSING_WHYS = ['停水停电', '台风停园', '有人生病消毒', '老师不够'] as const

export interface Choice {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

/** How long: what is left of today, or all of it. */
export function spanChoicesOf(whole: boolean): Choice[] {
  return [
    { value: 'rest', label: '从现在起', on: !whole },
    { value: 'whole', label: '今天全天', on: whole },
  ]
}

export function whyChoicesOf(why: string): Choice[] {
  return CLOSING_WHYS.map((label) => ({ value: label, label, on: label === why }))
}

export interface ClosingFacts {
  readonly today: Pick<Day, 'date' | 'hours' | 'closed'> | undefined
  readonly bookings: readonly NamedBooking[]
  readonly families: number
  readonly byMessage: number
}

export interface ClosingPage {
  /** 10:00–18:00 不开放, or empty where the day is closed. */
  readonly rest: string
  /** 会取消 3 个预约，不收费 */
  readonly bookings: string
  /** 马上告诉 80 家，微信约 61 家 */
  readonly families: string
  /** What every family will read. */
  readonly title: string
  readonly text: string
  readonly button: string
  /** Closed already: nothing to do here. */
  readonly over: boolean
}

/** What closing would do, before the tap. */
export function closingPageOf(
  { today, bookings, families, byMessage }: ClosingFacts,
  { whole, why }: { readonly whole: boolean; readonly why: string },
  now: Instant,
): ClosingPage {
  const time = timeOf(now)
  const closure = closedNow(today, { whole, why: why.trim() || '……' }, time)
  const count = closure
    ? bookings.filter(({ span }) => !closure.span || overlaps(closure.span, span)).length
    : 0
  return {
    rest: closure ? `${closure.span ? spanWords(closure.span) : '全天'} 不开放` : '',
    bookings: count > 0 ? `取消 ${count} 个预约，都不收费` : '没有要取消的预约',
    families: `告诉 ${families} 家，微信约 ${byMessage} 家，夜里也发`,
    ...(closure ? closingNotice(closure) : { title: '今天不开放', text: '现在没有可以关闭的时间' }),
    button: whole ? `今天闭园，告诉 ${families} 家` : `现在闭园，告诉 ${families} 家`,
    over: closure === undefined,
  }
}

export interface ClosedPage {
  readonly noticeId: string
  readonly words: string
  /** Children who must be fetched now. */
  readonly inside: readonly CallRow[]
  readonly insideWords: string
}

/** After the tap. */
export function closedPageOf({
  cancelled,
  notice,
  inside,
}: {
  readonly cancelled: number
  readonly notice: { readonly id: string; readonly families: number; readonly byMessage: number }
  readonly inside: readonly CallLine[]
}): ClosedPage {
  const free = cancelled > 0 ? `取消了 ${cancelled} 个预约，都不收费。` : ''
  return {
    noticeId: notice.id,
    words: `${free}${notice.families} 家的小程序里都有了，微信约 ${notice.byMessage} 家。`,
    inside: callRowsOf(inside),
    insideWords: inside.length > 0 ? `还在园里的孩子，请打电话来接` : '园里没有孩子了',
  }
}
