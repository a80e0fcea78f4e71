import type { Bill } from '../domain/bill'
import type { Child } from '../domain/child'
import type { Day } from '../domain/day'
import { placeChildren } from '../domain/decide-booking'
import type { CancelCost } from '../domain/decide-cancellation'
import type { HealthById } from '../domain/health'
import type { GroupId } from '../domain/ids'
import { fen } from '../domain/money'
import { slotKeysOf, spanMinutes, type Span } from '../domain/span'
import type { Instant, LocalDate } from '../domain/time'
import { billViewOf, type BillView } from './bill'
import { cancelWordsOf } from './cancel-words'
import { gapNoteOf } from './child-health'
import { yuan } from './money'
import { foldWord } from './price-line'
import { PAPERS } from './papers'
import { dateWords, hoursWord, spanWords } from './when'

export interface ConfirmState {
  readonly children: readonly Child[]
  /** Absent when the day is not open; the function refuses then. */
  readonly day: Day | undefined
  readonly date: LocalDate
  readonly span: Span
  readonly bill: Bill
  /** What cancelling one of the bookings costs, step by step. */
  readonly cancelCosts: readonly CancelCost[]
  readonly papersSeen: boolean
  /** Health dates by child; absent where none are known. */
  readonly health?: HealthById
  readonly residentPercent: number
  readonly now: Instant
  /** The total that the guardian saw before this bill, in 分; 0 when none. */
  readonly seenFen: number
}

export interface ConfirmView {
  readonly who: string
  readonly date: string
  readonly span: string
  readonly place: string
  readonly bill: BillView
  /** 价格变了…; empty when the bill is the one that was seen. */
  readonly changed: string
  /** How a family without seen papers gets the residents' price; else empty. */
  readonly papers: string
  /** What the door will ask for on that day, a sentence a child. */
  readonly health: readonly string[]
  readonly rule: string
  readonly button: string
}

export function confirmViewOf(state: ConfirmState): ConfirmView {
  const { children, date, span, bill, seenFen, cancelCosts, now } = state
  const nameOf = (id: string): string => children.find((child) => child.id === id)?.name ?? '孩子'
  const total = yuan(bill.totalFen)
  return {
    who: bill.quotes.map(({ childId }) => nameOf(childId)).join('、'),
    date: dateWords(date),
    span: spanWords(span),
    // No line begins with a dot.
    place: ['临时看护', ...groupWords(state)].join('\u00a0· '),
    bill: billViewOf(bill, nameOf),
    changed:
      seenFen > 0 && seenFen !== bill.totalFen
        ? `价格变了：刚才是 ${yuan(fen(seenFen))}，现在是 ${total}。看过再预订。`
        : '',
    papers: papersWords(state),
    health: children
      .map(({ id, name }) => gapNoteOf(name, state.health?.[id], date))
      .filter(Boolean),
    rule: cancelWordsOf(cancelCosts, now, bill.quotes.length > 1 ? '每个孩子' : ''),
    button: `预订 ${hoursWord(spanMinutes(span))} · ${total}`,
  }
}

function papersWords({ papersSeen, residentPercent }: ConfirmState): string {
  if (papersSeen) return ''
  return residentPercent > 0
    ? `第一次来请带${PAPERS}，老师看过后，居民享${foldWord(residentPercent)}。`
    : `第一次来请带${PAPERS}给老师看。`
}

/** 托大班, 2 位老师在岗; the number stays with its words. */
function groupWords({ day, children, span }: ConfirmState): string[] {
  const placed = day && placeChildren({ day, children })
  if (!day || !placed?.ok) return []
  const groupIds = [...new Set(placed.value.map(({ groupId }) => groupId))]
  const names = groupIds.map((id) => day.groups.find((group) => group.id === id)?.name ?? '')
  const carers = groupIds.reduce((sum, id) => sum + fewestCarers(day, span, id), 0)
  return [names.join('、'), ...(carers > 0 ? [`${carers}\u00a0位老师在岗`] : [])]
}

function fewestCarers(day: Day, span: Span, groupId: GroupId): number {
  return Math.min(...slotKeysOf(span).map((key) => day.slots[key]?.groups[groupId]?.carers ?? 0))
}
