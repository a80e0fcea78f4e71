import type { NamedBooking } from '../domain/refusal'
import type { Closure } from '../domain/site'
import type { LocalDate } from '../domain/time'
import { closedLong } from '../domain/why-closed'
import { dateWords, spanWords } from './when'

export interface ClosureRow {
  readonly key: string
  readonly title: string
  readonly why: string
  /** A holiday of the state's calendar cannot be taken back here. */
  readonly closure: Closure | null
  readonly aria: string
}

export interface Holiday {
  readonly date: LocalDate
  readonly holiday: string
}

/** Reasons that one tap writes; any other can be typed. */
export const CLOSURE_WHYS = ['放假', '教室消毒', '老师培训', '台风停园', '停水停电'] as const

/** What is closed ahead, by the point and by the calendar, in order of time. */
export function closureRowsOf(
  closures: readonly Closure[],
  holidays: readonly Holiday[],
): ClosureRow[] {
  const own = closures.map((closure) => {
    const { date, span, why } = closure
    const title = `${dateWords(date)} ${span ? spanWords(span) : '全天'}`
    const words = closedLong(why)
    return {
      key: `${date} ${span?.from ?? ''}`,
      title,
      why: words,
      closure,
      aria: `恢复开放，${title}`,
    }
  })
  const given = holidays.map(({ date, holiday }) => {
    const title = `${dateWords(date)} 全天`
    return { key: `${date} holiday`, title, why: `${holiday}放假`, closure: null, aria: title }
  })
  return [...own, ...given].sort((a, b) => (a.key < b.key ? -1 : 1))
}

export interface Reached {
  readonly count: number
  /** 会取消 2 个预约，都不收费 */
  readonly words: string
  readonly names: readonly string[]
  readonly button: string
}

/** Whom closing this time would cancel. */
export function reachedOf(bookings: readonly NamedBooking[]): Reached {
  const count = bookings.length
  return {
    count,
    words: count > 0 ? `会取消 ${count} 个预约，都不收费，家长会收到消息` : '这段时间还没有预约',
    names: bookings.map(({ name, span }) => `${name} ${spanWords(span)}`),
    button: count > 0 ? `关闭，并取消 ${count} 个预约` : '关闭这段时间',
  }
}
