import type { Reservation } from './day'
import { fen, type Fen } from './money'
import { accept, refuse, type Result } from './result'
import type { Tariff } from './tariff'
import { addDays, instantOf, localTime, type Instant, type LocalDate } from './time'

export interface Cancellation {
  readonly feeFen: Fen
}

/** Cancelling is free until 20:00 on the evening before. */
export function freeCancelUntil(date: LocalDate): Instant {
  return instantOf(addDays(date, -1), localTime('20:00'))
}

/** What cancelling now would cost: shown before the tap, and charged by it. */
export function cancelFeeOf(date: LocalDate, totalFen: Fen, tariff: Tariff, now: Instant): Fen {
  return now < freeCancelUntil(date) ? fen(0) : fen(Math.min(tariff.lateCancelFen, totalFen))
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
