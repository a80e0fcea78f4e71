import type { DayBook } from './day'
import { NO_CHANGE, changed, joined, type DayChange } from './day-change'
import { firstFull } from './decide-booking'
import { heldOf } from './hold'
import { bookingIdOf } from './ids'
import { SLOT_MINUTES, covers, slotKeyOf, slotTimesOf, type Span } from './span'
import { instantOf, minutesOf, timeAt, type Instant } from './time'
import { byAsking, isWaiting, offerUntil, type Wait } from './wait'

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

/** Whether a place is free for this asking now, and where; the best of its window first. */
export function fitOf(day: DayBook, wait: Wait, now: Instant): Fit | undefined {
  const { hours } = day
  if (!hours) return undefined
  const gaps = gapsOf(day, wait, hours, offerUntil(now))
  const fits: (Fit & { readonly inside: number })[] = []
  for (let at = minutesOf(wait.window.from); at + wait.minutes <= minutesOf(wait.window.to);) {
    const span = { from: timeAt(at), to: timeAt(at + wait.minutes) }
    at += SLOT_MINUTES
    const gap = gaps.find((each) => covers(each, span))
    if (!gap) continue
    const leftMinutes = minutesOf(gap.to) - minutesOf(gap.from) - wait.minutes
    // At an edge of the gap, what is left over stays in one piece.
    const inside = span.from === gap.from || span.to === gap.to ? 0 : 1
    fits.push({ wait, span, leftMinutes, inside })
  }
  const [best] = fits.sort(
    (a, b) =>
      a.leftMinutes - b.leftMinutes || a.inside - b.inside || (a.span.from < b.span.from ? -1 : 1),
  )
  return best
}

function waitingOf(day: DayBook, now: Instant): Wait[] {
  return Object.values(day.waits ?? {}).filter((wait) => isWaiting(wait, day.date, now))
}

/**
 * Runs of half hours in which all of the children have room and none of them has a place already; the offer has to end
 * before the care begins.
 */
function gapsOf(day: DayBook, { places }: Wait, hours: Span, until: Instant): Span[] {
  const gaps: Span[] = []
  for (const from of slotTimesOf(hours)) {
    if (instantOf(day.date, from) < until) continue
    const half = { from, to: timeAt(minutesOf(from) + SLOT_MINUTES) }
    const isThere = places.some(({ childId }) => day.kids[childId]?.[slotKeyOf(from)] !== undefined)
    if (isThere || firstFull(day, places, half)) continue
    const last = gaps[gaps.length - 1]
    if (last?.to === from) gaps[gaps.length - 1] = { from: last.from, to: half.to }
    else gaps.push(half)
  }
  return gaps
}

function byFit(a: Fit, b: Fit): number {
  return a.leftMinutes - b.leftMinutes || byAsking(a.wait, b.wait)
}

function offering(day: DayBook, { wait, span }: Fit, now: Instant): DayChange {
  const { id, householdId, places } = wait
  const { tariffVersion } = day
  const until = offerUntil(now)
  const holding = { householdId, span, tariffVersion, until, offer: id, now }
  const moves = places.map((place) => ({
    id: bookingIdOf(id, place.childId),
    before: undefined,
    after: heldOf(place, holding),
  }))
  const offer = { ids: moves.map((move) => move.id), span, until }
  return { moves, waits: [{ householdId, before: wait, after: { ...wait, offer } }] }
}
