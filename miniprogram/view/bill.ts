import type { Bill } from '../domain/bill'
import type { ChildId } from '../domain/ids'
import { fen, sumOf } from '../domain/money'
import { yuan, yuanExact } from './money'
import { lineWordsOf, type LineWords } from './price-line'

export interface BillLine extends LineWords {
  readonly key: string
  /** Whose lines these are; only where siblings share a bill, on the first line of each. */
  readonly child: string
}

/** A bill as its lines are shown. */
export interface BillView {
  readonly lines: readonly BillLine[]
  /** ¥27 on a button; ¥27.00 on the bill, or 免费 where it has no lines. */
  readonly total: string
  readonly totalExact: string
  /** Empty where nothing is compared. */
  readonly market: string
  /** 比市场省 ¥93, or empty when nothing is saved. */
  readonly saved: string
  readonly tariffVersion: string
}

export function billViewOf(
  { quotes, totalFen }: Bill,
  nameOf: (childId: ChildId) => string,
): BillView {
  const marketFen = sumOf(quotes.map(({ quote }) => quote.marketFen))
  return {
    lines: quotes.flatMap(({ childId, quote }) =>
      quote.lines.map((line, index) => ({
        key: `${childId}-${line.why}`,
        child: quotes.length > 1 && index === 0 ? nameOf(childId) : '',
        ...lineWordsOf(line),
      })),
    ),
    total: yuan(totalFen),
    totalExact: quotes.some(({ quote }) => quote.lines.length > 0) ? yuanExact(totalFen) : '免费',
    market: yuan(marketFen),
    saved: marketFen > totalFen ? `比市场省 ${yuan(fen(marketFen - totalFen))}` : '',
    tariffVersion: quotes[0]?.quote.tariffVersion ?? '',
  }
}
