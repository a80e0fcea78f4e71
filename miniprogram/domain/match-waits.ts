import type { DayBook } from './day'
import { NO_CHANGE, changed, joined, type DayChange } from './day-change'
import { halfHoursFor, restOf } from './gap'
import { heldOf } from './hold'
import { bookingIdOf } from './ids'
import { fullSeats } from './seats'
import { SLOT_MINUTES, slotKeysOf, type Span } from './span'
import { instantOf, minutesOf, timeAt, type Instant } from './time'
import { byAsking, isWaiting, offerUntil, waitKeyOf, type Wait } from './wait'

/** A span that suits a waiting family, and how much of the gap around it would be left over. */
interface Fit {
  readonly wait: Wait
  readonly span: Span
  readonly leftMinutes: number
}

/**
 * The day's gaps given to those who wait: whom the gap fits best, that is who leaves least of it over, then who asked
 * first, then whose family has booked less that week. Each gets a hold that nobody else can take. Expects the whole book.
 */
export function offersFor(day: DayBook, now: Instant): DayChange {
  let change = NO_CHANGE
  for (;;) {
    const after = changed(day, change, now)
    const [best] = waitingOf(after, now)
      .flatMap((wait) => fitOf(after, wait, now) ?? [])
      .sort(byFit)
    if (!best) return change
    change = joined(change, offering(after, best, now))
  }
}

/** Whether a place is free for this asking now, and where: the span that fills its gap best. */
export function fitOf(day: DayBook, wait: Wait, now: Instant): Fit | undefined {
  if (wait.session) return fitInSession(day, wait, now)
  // The offer has to end before the care begins.
  const halves = halfHoursFor(day, wait, offerUntil(now), now)
  const fits = spansOf(wait).flatMap((span) => {
    const rest = restOf(halves, span)
    if (!rest) return []
    const leftMinutes = rest.before + rest.after
    // What is left over is worth more in one piece.
    const pieces = rest.before > 0 && rest.after > 0 ? 2 : 1
    return { wait, span, leftMinutes, pieces }
  })
  const [best] = fits.sort(
    (a, b) =>
      a.leftMinutes - b.leftMinutes || a.pieces - b.pieces || (a.span.from < b.span.from ? -1 : 1),
  )
  return best
}

/** All of the family's children fit into the session, and none is elsewhere at that time. */
function fitInSession(day: DayBook, wait: Wait, now: Instant): Fit | undefined {
  const seats = wait.session && day.sessions?.[wait.session.id]
  if (!seats || seats.off !== undefined) return undefined
  const { span } = seats
  const isElsewhere = wait.places.some(({ childId }) =>
    slotKeysOf(span).some((key) => day.kids[childId]?.[key] !== undefined),
  )
  if (isElsewhere || instantOf(day.date, span.from) < offerUntil(now)) return undefined
  return fullSeats(day, seats, wait.places, now) ? undefined : { wait, span, leftMinutes: 0 }
}

/** Every span of its length within its hours. */
function spansOf({ within, minutes }: Wait): Span[] {
  const last = minutesOf(within.to) - minutes
  const spans: Span[] = []
  for (let at = minutesOf(within.from); at <= last; at += SLOT_MINUTES)
    spans.push({ from: timeAt(at), to: timeAt(at + minutes) })
  return spans
}

function waitingOf(day: DayBook, now: Instant): Wait[] {
  return Object.values(day.waits ?? {}).filter((wait) => isWaiting(wait, day.date, now))
}

function byFit(a: Fit, b: Fit): number {
  return a.leftMinutes - b.leftMinutes || byAsking(a.wait, b.wait)
}

function offering(day: DayBook, { wait, span }: Fit, now: Instant): DayChange {
  const { id, householdId, places, session } = wait
  const { tariffVersion } = day
  const until = offerUntil(now)
  const holding = {
    householdId,
    span,
    tariffVersion,
    until,
    offer: id,
    now,
    ...(session ? { session } : {}),
  }
  const moves = places.map((place) => ({
    id: bookingIdOf(id, place.childId),
    before: undefined,
    after: heldOf(place, holding),
  }))
  const offer = { ids: moves.map((move) => move.id), span, until }
  return { moves, waits: [{ key: waitKeyOf(wait), before: wait, after: { ...wait, offer } }] }
}
