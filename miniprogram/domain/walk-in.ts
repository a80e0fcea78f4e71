import { SLOT_MINUTES, slotTimesOf, type Span } from './span'
import { SHORTEST_MINUTES } from './span'
import { minutesOf, timeAt, timeOf, type Instant } from './time'

/**
 * The spans that a family at the door without a booking may take: from the half hour that has begun until each half
 * hour up to closing, at least one hour. Empty outside the opening hours and in their last half hours.
 */
export function walkInSpans(hours: Span, now: Instant): Span[] {
  const from = timeAt(Math.floor(minutesOf(timeOf(now)) / SLOT_MINUTES) * SLOT_MINUTES)
  const first = minutesOf(from) + SHORTEST_MINUTES
  if (from < hours.from || first > minutesOf(hours.to)) return []
  const last = { from: timeAt(first - SLOT_MINUTES), to: hours.to }
  return slotTimesOf(last).map((start) => ({ from, to: timeAt(minutesOf(start) + SLOT_MINUTES) }))
}
