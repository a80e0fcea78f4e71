import type { DayBook } from './day'
import { changed, joined, type DayChange, type Move, type WaitMove } from './day-change'
import type { BookingId } from './ids'
import { offersFor } from './match-waits'
import type { Instant } from './time'
import { waitKeyOf } from './wait'

/**
 * What time has ended on the day: holds that lapsed, and the askings whose offer nobody took. Who waits for a session
 * that was called off stays on the list until it has been told. Expects the whole book.
 */
export function lapsedOf(day: DayBook, now: Instant): DayChange {
  const ids = Object.keys(day.holds ?? {}) as BookingId[]
  const moves: Move[] = ids
    .filter((id) => (day.holds?.[id] ?? now) <= now)
    .map((id) => ({ id, before: day.reservations[id], after: undefined }))
  const waits: WaitMove[] = Object.values(day.waits ?? {})
    .filter(({ offer }) => offer !== undefined && offer.until <= now)
    .map((wait) => ({ key: waitKeyOf(wait), before: wait, after: undefined }))
  return { moves, waits }
}

/**
 * A change of the day and what follows from it at once: what has lapsed is let go, and every gap becomes the hold of the
 * family that waits for it, so that nobody slips in between.
 */
export function settled(day: DayBook, change: DayChange, now: Instant): DayChange {
  const first = joined(change, lapsedOf(changed(day, change, now), now))
  return joined(first, offersFor(changed(day, first, now), now))
}
