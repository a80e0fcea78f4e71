import { fen, percentOf, sumOf, type Fen } from './money'
import { spanMinutes, type Span } from './span'
import { BILL_MINIMUM_MINUTES, BILL_STEP_MINUTES, type Tariff } from './tariff'

/** One child's bill: lines that add up to the total, each with its reason. */
export interface Quote {
  readonly tariffVersion: string
  /** Billed time: rounded up to the half hour, at least an hour. */
  readonly minutes: number
  readonly lines: readonly PriceLine[]
  readonly totalFen: Fen
  /** What the same time costs at the market's price, by the community's own comparison. */
  readonly marketFen: Fen
}

export type PriceLine =
  | { readonly why: 'hours'; readonly minutes: number; readonly hourFen: Fen; readonly fen: Fen }
  | { readonly why: 'resident' | 'sibling'; readonly percent: number; readonly fen: Fen }
  /** A booking was shortened after the free time. */
  | { readonly why: 'given_up'; readonly fen: Fen }

export interface Priced {
  readonly span: Span
  readonly tariff: Tariff
  /** A resident whose papers staff have seen. */
  readonly resident: boolean
  /** The second or a further child of the same booking. */
  readonly sibling: boolean
}

export function billedMinutes(minutes: number): number {
  const stepped = Math.ceil(minutes / BILL_STEP_MINUTES) * BILL_STEP_MINUTES
  return Math.max(BILL_MINIMUM_MINUTES, stepped)
}

/** Hours → rounding → resident discount → sibling discount on what is left → total. */
export function priceOf({ span, tariff, resident, sibling }: Priced): Quote {
  const minutes = billedMinutes(spanMinutes(span))
  const hours = hoursAt(tariff.hourFen, minutes)
  const lines: PriceLine[] = [{ why: 'hours', minutes, hourFen: tariff.hourFen, fen: hours }]
  const off = (why: 'resident' | 'sibling', percent: number): void => {
    const left = sumOf(lines.map((line) => line.fen))
    if (percent > 0) lines.push({ why, percent, fen: fen(0 - percentOf(left, percent)) })
  }
  if (resident) off('resident', tariff.residentPercent)
  if (sibling) off('sibling', tariff.siblingPercent)
  return {
    tariffVersion: tariff.version,
    minutes,
    lines,
    totalFen: sumOf(lines.map((line) => line.fen)),
    marketFen: hoursAt(tariff.marketHourFen, minutes),
  }
}

function hoursAt(hourFen: Fen, minutes: number): Fen {
  return fen(Math.round((hourFen * minutes) / 60))
}
