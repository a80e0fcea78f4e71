import type { Reservation } from './day'
import { cancelledByPoint } from './decide-cancellation'
import { fen } from './money'
import { trimmedSpan } from './overstay'
import type { Instant } from './time'

/** Why the family's booking is cancelled, in words for it. */
const RESTS = '晨检后在家休息'

/**
 * A child that the morning check does not let stay. Not in the room yet: its booking is cancelled and all of it free.
 * In the room: it counts until it is scanned out, and what it no longer needs is free at once. Neither costs anything.
 */
export function sentHomeOf(before: Reservation, now: Instant): Reservation {
  if (before.state === 'booked') return { ...cancelledByPoint(before, RESTS, now), sentHomeAt: now }
  return {
    ...before,
    span: trimmedSpan(before.span, now) ?? before.span,
    rev: before.rev + 1,
    sentHomeAt: now,
    quote: { ...before.quote, lines: [], totalFen: fen(0), marketFen: fen(0) },
  }
}
