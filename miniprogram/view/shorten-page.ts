import { decideShortening } from '../domain/decide-shortening'
import { fen } from '../domain/money'
import { SLOT_MINUTES, spanMinutes, type Span } from '../domain/span'
import type { Tariff } from '../domain/tariff'
import { minutesOf, timeAt, type Instant } from '../domain/time'
import { billViewOf, type BillView } from './bill'
import type { Booking } from './booking'
import { yuan } from './money'
import { clock, dateWords, hoursWord, spanWords } from './when'
import { wordsOf, type Words } from './words'

export interface ShortenState {
  readonly booking: Booking
  readonly childName: string
  readonly tariff: Tariff
  readonly freeCancelUntil: Instant
  readonly now: Instant
  readonly span: Span
}

export interface ShortenView {
  readonly title: string
  readonly date: string
  readonly from: string
  readonly to: string
  /** Whether the half hour can be given up, or taken back. */
  readonly can: Readonly<Record<ShortenStep, boolean>>
  /** Null as long as nothing is given up. */
  readonly bill: BillView | null
  readonly cost: string
  readonly totalFen: number
  readonly button: string
  readonly ready: boolean
  /** It cannot be shortened any more. */
  readonly stop: Words | null
}

/** Later to come, earlier home, and back. */
export type ShortenStep = 'fromLater' | 'fromEarlier' | 'toEarlier' | 'toLater'

export function stepped({ booking, span }: ShortenState, step: ShortenStep): Span {
  const [from, to] = [minutesOf(span.from), minutesOf(span.to)]
  const least = 2 * SLOT_MINUTES
  const [first, last] = [minutesOf(booking.span.from), minutesOf(booking.span.to)]
  const moved = {
    fromLater: [Math.min(from + SLOT_MINUTES, to - least), to],
    fromEarlier: [Math.max(from - SLOT_MINUTES, first), to],
    toEarlier: [from, Math.max(to - SLOT_MINUTES, from + least)],
    toLater: [from, Math.min(to + SLOT_MINUTES, last)],
  }[step]
  return { from: timeAt(moved[0] ?? from), to: timeAt(moved[1] ?? to) }
}

export function shortenViewOf(state: ShortenState): ShortenView {
  const { booking, childName, tariff, now, span } = state
  const { date, quote, childId } = booking
  const isSame = spanMinutes(span) === spanMinutes(booking.span)
  const decided = decideShortening(date, booking, span, { tariff, now })
  const after = decided.ok ? decided.value : undefined
  const moves = (step: ShortenStep): boolean => {
    const next = stepped(state, step)
    return next.from !== span.from || next.to !== span.to
  }
  const bill = after && {
    quotes: [{ childId, quote: after.quote }],
    totalFen: after.quote.totalFen,
  }
  return {
    title: `${childName || '孩子'} · ${spanWords(booking.span)}`,
    date: dateWords(date),
    from: clock(span.from),
    to: clock(span.to),
    can: {
      fromLater: moves('fromLater'),
      fromEarlier: moves('fromEarlier'),
      toEarlier: moves('toEarlier'),
      toLater: moves('toLater'),
    },
    bill: bill ? billViewOf(bill, () => childName) : null,
    cost: after ? costWords(state, after.feeFen, fen(quote.totalFen - after.quote.totalFen)) : '',
    totalFen: after?.quote.totalFen ?? quote.totalFen,
    button: after
      ? `改为 ${hoursWord(spanMinutes(span))} · ${yuan(after.quote.totalFen)}`
      : '先选要去掉的时间',
    ready: after !== undefined,
    stop: decided.ok || isSame ? null : wordsOf(decided.refusal),
  }
}

function costWords({ now, freeCancelUntil }: ShortenState, feeFen: number, saved: number): string {
  const less = saved > 0 ? `比原来少 ${yuan(fen(saved))}` : '和原来一样'
  if (feeFen > 0) return `${less}，其中去掉的时间收 ${yuan(fen(feeFen))}。`
  return now < freeCancelUntil ? `${less}，现在缩短不另收费。` : `${less}。`
}
