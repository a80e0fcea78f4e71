import { fen, percentOf, sumOf, type Fen } from './money'
import { spanMinutes, type Span } from './span'
import { hourFenOf, type Service, type Tariff } from './tariff'

/** One child's bill: lines that add up to the total, each with its reason. */
export interface Quote {
  readonly tariffVersion: string
  /** Billed time: rounded up to the tariff's step, at least its minimum. */
  readonly minutes: number
  readonly lines: readonly PriceLine[]
  readonly totalFen: Fen
  /** What the same time costs at the market's price, by the community's own comparison. */
  readonly marketFen: Fen
}

export type PriceLine =
  | { readonly why: 'hours'; readonly minutes: number; readonly hourFen: Fen; readonly fen: Fen }
  | { readonly why: 'free'; readonly minutes: number; readonly fen: Fen }
  | { readonly why: 'cap'; readonly mostFen: Fen; readonly fen: Fen }
  | { readonly why: 'resident' | 'sibling'; readonly percent: number; readonly fen: Fen }
  /** A booking was shortened after the free time. */
  | { readonly why: 'given_up'; readonly fen: Fen }
  | { readonly why: 'meal' | 'material'; readonly fen: Fen }
  | LateLine

/** A child fetched late: how late, and the started quarters of an hour after the grace period. */
export interface LateLine {
  readonly why: 'late'
  readonly minutes: number
  /** Forgiven of them. */
  readonly graceMinutes: number
  readonly quarters: number
  readonly quarterFen: Fen
  readonly fen: Fen
}

export interface Priced {
  readonly span: Span
  readonly tariff: Tariff
  /** A resident whose papers staff have seen. */
  readonly resident: boolean
  /** The second or a further child of the same booking. */
  readonly sibling: boolean
  /** Drop-in care unless said. */
  readonly service?: Service
  /** What a resident household has left of the month's free minutes; none unless said. */
  readonly freeMinutes?: number
  /** How late the child was fetched, as far as that is known. */
  readonly lateMinutes?: number
}

const QUARTER_MINUTES = 15

export function billedMinutes(minutes: number, tariff: Tariff): number {
  const stepped = Math.ceil(minutes / tariff.stepMinutes) * tariff.stepMinutes
  return Math.max(tariff.minimumMinutes, stepped)
}

/**
 * The one price of everything: preview, booking and final bill. Hours → free hours → cap → resident discount →
 * sibling discount on what is left → meal → material → late pick-up. Each line is rounded by itself, half up. A class
 * whose hours cost nothing has no lines of its time, uses no free hours, and is compared by its real length.
 */
export function priceOf(ask: Priced): Quote {
  const {
    span,
    tariff,
    resident,
    sibling,
    service = 'care',
    freeMinutes = 0,
    lateMinutes = 0,
  } = ask
  const hourFen = hourFenOf(tariff, service)
  const extras = [...extrasOf(tariff, service, span), ...lateLinesOf(tariff, lateMinutes)]
  if (hourFen === 0) return quoteOf(tariff, spanMinutes(span), extras)
  const minutes = billedMinutes(spanMinutes(span), tariff)
  const lines: PriceLine[] = [{ why: 'hours', minutes, hourFen, fen: hoursAt(hourFen, minutes) }]
  const left = (): Fen => sumOf(lines.map((line) => line.fen))
  const off = (why: 'resident' | 'sibling', percent: number): void => {
    if (percent > 0) lines.push({ why, percent, fen: fen(0 - percentOf(left(), percent)) })
  }
  const free = resident ? Math.min(freeMinutes, minutes) : 0
  if (free > 0) lines.push({ why: 'free', minutes: free, fen: fen(0 - hoursAt(hourFen, free)) })
  const { dayCapFen: mostFen } = tariff
  if (mostFen !== undefined && left() > mostFen)
    lines.push({ why: 'cap', mostFen, fen: fen(mostFen - left()) })
  if (resident) off('resident', tariff.residentPercent)
  if (sibling) off('sibling', tariff.siblingPercent)
  return quoteOf(tariff, minutes, [...lines, ...extras])
}

/** The quote that a booking keeps, and what fetching the child late adds to it. */
export function withLate(quote: Quote, tariff: Tariff, lateMinutes: number): Quote {
  const lines = [...quote.lines, ...lateLinesOf(tariff, lateMinutes)]
  return { ...quote, lines, totalFen: sumOf(lines.map((line) => line.fen)) }
}

/** Minutes of the month's free ones that a quote has used. */
export function freeMinutesOf({ lines }: Quote): number {
  return lines.reduce((sum, line) => sum + (line.why === 'free' ? line.minutes : 0), 0)
}

function quoteOf(tariff: Tariff, minutes: number, lines: readonly PriceLine[]): Quote {
  return {
    tariffVersion: tariff.version,
    minutes,
    lines,
    totalFen: sumOf(lines.map((line) => line.fen)),
    marketFen: hoursAt(tariff.marketHourFen, minutes),
  }
}

function extrasOf({ meal, classes }: Tariff, service: Service, { from, to }: Span): PriceLine[] {
  const eats = service === 'care' && meal !== undefined && from <= meal.at && meal.at < to
  const materialFen = service === 'care' ? 0 : classes[service].materialFen
  return [
    ...(eats ? [{ why: 'meal' as const, fen: meal.fen }] : []),
    ...(materialFen > 0 ? [{ why: 'material' as const, fen: fen(materialFen) }] : []),
  ]
}

function lateLinesOf({ graceMinutes, lateQuarterFen }: Tariff, minutes: number): LateLine[] {
  const quarters = Math.ceil(Math.max(0, minutes - graceMinutes) / QUARTER_MINUTES)
  if (quarters === 0) return []
  const amount = fen(quarters * lateQuarterFen)
  return [{ why: 'late', minutes, graceMinutes, quarters, quarterFen: lateQuarterFen, fen: amount }]
}

function hoursAt(hourFen: Fen, minutes: number): Fen {
  return fen(Math.round((hourFen * minutes) / 60))
}
