import type { Reservation } from './day'
import { fen, type Fen } from './money'
import { accept, refuse, type Result } from './result'
import type { Tariff } from './tariff'
import { addDays, instantOf, type Instant, type LocalDate } from './time'

export interface Cancellation {
  readonly feeFen: Fen
}

/** Until this moment cancelling costs so much; the last has no end before the care begins. */
export interface CancelCost {
  readonly until?: Instant
  readonly fen: Fen
}

/** What cancelling a booking of this total costs, step by step in order of time. */
export function cancelCostsOf(date: LocalDate, totalFen: Fen, tariff: Tariff): CancelCost[] {
  const atMost = (amount: Fen): Fen => fen(Math.min(amount, totalFen))
  return [
    ...tariff.cancelSteps.map(({ daysBefore, time, fen: amount }) => ({
      until: instantOf(addDays(date, -daysBefore), time),
      fen: atMost(amount),
    })),
    { fen: atMost(tariff.lateCancelFen) },
  ]
}

/** Until then cancelling costs nothing. */
export function freeCancelUntil(date: LocalDate, { cancelSteps }: Tariff): Instant {
  const free = cancelSteps.filter((step) => step.fen === 0)
  return Math.max(
    0,
    ...free.map(({ daysBefore, time }) => instantOf(addDays(date, -daysBefore), time)),
  ) as Instant
}

/** What cancelling now would cost: shown before the tap, and charged by it. */
export function cancelFeeOf(date: LocalDate, totalFen: Fen, tariff: Tariff, now: Instant): Fen {
  const costs = cancelCostsOf(date, totalFen, tariff)
  return costs.find(({ until }) => until === undefined || now < until)?.fen ?? fen(0)
}

/** The reservation as it stands once cancelled. */
export function cancelledOf(reservation: Reservation, feeFen: Fen, now: Instant): Reservation {
  const { rev } = reservation
  return { ...reservation, state: 'cancelled', rev: rev + 1, cancelledAt: now, cancelFen: feeFen }
}

/** The same when the point cancels: nothing is to be paid, and the family reads why. */
export function cancelledByPoint(reservation: Reservation, why: string, now: Instant): Reservation {
  return { ...cancelledOf(reservation, fen(0), now), cancelledBy: 'point', cancelWhy: why }
}

/** The point may cancel what is booked, also after it was to begin, until the child is there. */
export function decidePointCancellation({
  state,
}: Pick<Reservation, 'state'>): Result<Cancellation> {
  if (state === 'cancelled') return refuse({ code: 'already_cancelled' })
  return state === 'booked' ? accept({ feeFen: fen(0) }) : refuse({ code: 'already_started' })
}

export function decideCancellation(
  date: LocalDate,
  reservation: Pick<Reservation, 'state' | 'span' | 'quote'>,
  tariff: Tariff,
  now: Instant,
): Result<Cancellation> {
  if (reservation.state === 'cancelled') return refuse({ code: 'already_cancelled' })
  if (reservation.state !== 'booked' || instantOf(date, reservation.span.from) <= now)
    return refuse({ code: 'already_started' })
  return accept({ feeFen: cancelFeeOf(date, reservation.quote.totalFen, tariff, now) })
}
