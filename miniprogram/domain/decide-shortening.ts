import type { Reservation } from './day'
import { cancelFeeOf } from './decide-cancellation'
import { fen, sumOf, type Fen } from './money'
import { freeMinutesOf, priceOf, type PriceLine, type Quote } from './price'
import { accept, refuse, type Result } from './result'
import { SHORTEST_MINUTES, covers, isOnGrid, spanMinutes, type Span } from './span'
import type { Tariff } from './tariff'
import { instantOf, type Instant, type LocalDate } from './time'

export interface Shortening {
  /** The bill of the shorter time, with what giving up the rest costs as its last line. */
  readonly quote: Quote
  readonly feeFen: Fen
}

/**
 * Gives up the first or the last hours of a booking that has not begun. In the free time only the shorter time is
 * billed; later giving up a part costs like cancelling it, never more than that part itself.
 */
export function decideShortening(
  date: LocalDate,
  reservation: Pick<Reservation, 'state' | 'span' | 'quote' | 'session'>,
  span: Span,
  { tariff, now }: { readonly tariff: Tariff; readonly now: Instant },
): Result<Shortening> {
  const { state, span: old, quote: before } = reservation
  if (state === 'cancelled') return refuse({ code: 'already_cancelled' })
  if (state !== 'booked' || instantOf(date, old.from) <= now)
    return refuse({ code: 'already_started' })
  if (!isOnGrid(span)) return refuse({ code: 'span_off_grid' })
  if (spanMinutes(span) < SHORTEST_MINUTES)
    return refuse({ code: 'span_too_short', minimumMinutes: SHORTEST_MINUTES })
  // A story has its own time.
  if (reservation.session || !covers(old, span) || spanMinutes(span) === spanMinutes(old))
    return refuse({ code: 'not_shorter' })
  const has = (why: PriceLine['why']): boolean => before.lines.some((line) => line.why === why)
  const freeMinutes = freeMinutesOf(before)
  const resident = has('resident') || freeMinutes > 0
  const after = priceOf({ span, tariff, resident, sibling: has('sibling'), freeMinutes })
  const paidAlready = sumOf(
    before.lines.flatMap((line) => (line.why === 'given_up' ? line.fen : [])),
  )
  const saved = fen(Math.max(0, before.totalFen - paidAlready - after.totalFen))
  const feeFen = cancelFeeOf(date, saved, tariff, now)
  const givenUp = sumOf([paidAlready, feeFen])
  const lines: PriceLine[] =
    givenUp > 0 ? [...after.lines, { why: 'given_up', fen: givenUp }] : [...after.lines]
  return accept({
    quote: { ...after, lines, totalFen: sumOf(lines.map((line) => line.fen)) },
    feeFen,
  })
}

/** The reservation as it stands once shortened. */
export function shortenedOf(reservation: Reservation, span: Span, quote: Quote): Reservation {
  return { ...reservation, span, quote, rev: reservation.rev + 1 }
}
