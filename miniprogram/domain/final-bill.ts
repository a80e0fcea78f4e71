import { stoppedAtOf } from './attendance'
import type { Reservation } from './day'
import { isCared } from './day-change'
import type { BookingId, ChildId, HouseholdId, SiteId } from './ids'
import { fen, sumOf, type Fen } from './money'
import { monthOf, type Month } from './month'
import { withLate, type PriceLine } from './price'
import type { Span } from './span'
import type { Tariff } from './tariff'
import { MINUTE, instantOf, localTime, type Instant, type LocalDate } from './time'

/**
 * What a booking came to in the end: made once when the child has gone home, when the day is over, or when a
 * cancellation costs something. Under the booking's id and without names. It only ever grows: a correction is a line
 * more, a payment is one more, and nothing is edited.
 */
export interface FinalBill {
  readonly id: BookingId
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly month: Month
  readonly span: Span
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly outcome: Outcome
  readonly inAt?: Instant
  /** Absent when nobody scanned the child out: nothing is added for being late then. */
  readonly outAt?: Instant
  readonly tariffVersion: string
  /** Billed time of care. */
  readonly minutes: number
  /** What that time costs at the market's price; 0 where no care was given. */
  readonly marketFen: Fen
  readonly lines: readonly FinalLine[]
  readonly payments: readonly Payment[]
  /** Sum of the lines. */
  readonly totalFen: Fen
  /** Sum of the payments. */
  readonly paidFen: Fen
  /** Still to be paid; negative: to be paid back. */
  readonly dueFen: Fen
  /** Something is still to be paid, either way. */
  readonly open: boolean
  readonly rev: number
  readonly touchedAt: Instant
}

export type Outcome = 'came' | 'missed' | 'cancelled'

export type FinalLine =
  | PriceLine
  | { readonly why: 'missed' | 'cancelled'; readonly fen: Fen }
  /** The door's records were put right after somebody had paid. */
  | { readonly why: 'door'; readonly fen: Fen }
  | Correction

/** Staff put something right; what stood before stays to be read. */
export interface Correction {
  readonly why: 'correction'
  /** Of the attempt, so that a repeated call adds nothing. */
  readonly id: string
  readonly reason: string
  /** The name of who did it. */
  readonly by: string
  readonly at: Instant
  readonly fen: Fen
}

export const PAY_WAYS = ['wechat', 'cash'] as const
/** By WeChat at the desk, or in cash. */
export type PayWay = (typeof PAY_WAYS)[number]

/** Money that changed hands at the desk; negative: paid back, or with a reason, written down by mistake. */
export interface Payment {
  readonly id: string
  readonly how: PayWay
  readonly fen: Fen
  readonly reason?: string
  readonly by: string
  readonly at: Instant
}

export interface Billed {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly id: BookingId
  readonly reservation: Reservation
  /** The one that the booking was made with. */
  readonly tariff: Tariff
  readonly now: Instant
}

/** The bill of a reservation; undefined as long as it is not decided, and where there is nothing to pay. */
export function finalBillOf(billed: Billed): FinalBill | undefined {
  const { siteId, date, id, reservation, tariff, now } = billed
  const ended = endOf(billed)
  if (!ended || (ended.outcome === 'cancelled' && sumOfLines(ended.lines) === 0)) return undefined
  const { childId, householdId, span, quote, inAt, outAt, sentHomeAt } = reservation
  const came = ended.outcome === 'came'
  return withSums({
    id,
    siteId,
    date,
    month: monthOf(date),
    span,
    childId,
    householdId,
    outcome: ended.outcome,
    ...(inAt === undefined ? {} : { inAt }),
    ...(outAt === undefined ? {} : { outAt }),
    tariffVersion: tariff.version,
    minutes: came && sentHomeAt === undefined ? quote.minutes : 0,
    marketFen: came ? quote.marketFen : fen(0),
    lines: ended.lines,
    payments: [],
    rev: 1,
    touchedAt: now,
  })
}

/** Whether a reservation's bill is decided: nothing that happens at the door changes it any more. */
export function isEnded(
  date: LocalDate,
  { state }: Pick<Reservation, 'state'>,
  now: Instant,
): boolean {
  if (state === 'gone' || state === 'cancelled' || state === 'missed') return true
  // A child that nobody scanned out is at home when the day is over.
  return (state === 'booked' || state === 'inside') && instantOf(date, DAY_END) <= now
}

/** Whole minutes after the booked end; 0 when fetched in time. */
export function lateMinutesOf(date: LocalDate, { to }: Span, outAt: Instant | undefined): number {
  if (outAt === undefined) return 0
  return Math.max(0, Math.floor((outAt - instantOf(date, to)) / MINUTE))
}

/** The sums of a bill from its lines and payments. */
export function withSums(
  bill: Omit<FinalBill, 'totalFen' | 'paidFen' | 'dueFen' | 'open'>,
): FinalBill {
  const totalFen = sumOfLines(bill.lines)
  const paidFen = sumOfLines(bill.payments)
  const dueFen = fen(totalFen - paidFen)
  return { ...bill, totalFen, paidFen, dueFen, open: dueFen !== 0 }
}

interface Ended {
  readonly outcome: Outcome
  readonly lines: readonly FinalLine[]
}

function endOf({ date, reservation, tariff, now }: Billed): Ended | undefined {
  if (!isEnded(date, reservation, now)) return undefined
  const { state, span, quote, outAt, cancelFen, sentHomeAt, door } = reservation
  if (state === 'cancelled')
    return { outcome: 'cancelled', lines: [{ why: 'cancelled', fen: fen(cancelFen ?? 0) }] }
  if (state === 'booked' && stoppedAtOf(door) !== undefined)
    return { outcome: 'cancelled', lines: [] }
  if (state === 'booked' || state === 'missed') {
    const missed = fen(cancelFen ?? Math.min(tariff.lateCancelFen, quote.totalFen))
    return { outcome: 'missed', lines: [{ why: 'missed', fen: missed }] }
  }
  // A sick child is fetched when its family can be there; nobody fetches one whose adult stays.
  if (sentHomeAt !== undefined || !isCared(reservation))
    return { outcome: 'came', lines: quote.lines }
  const { lines } = withLate(quote, tariff, lateMinutesOf(date, span, outAt))
  return { outcome: 'came', lines }
}

const DAY_END = localTime('24:00')

function sumOfLines(lines: readonly { readonly fen: Fen }[]): Fen {
  return sumOf(lines.map((line) => line.fen))
}
