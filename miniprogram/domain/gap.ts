import type { DayBook } from './day'
import { firstFull } from './decide-booking'
import { placesOf } from './places'
import { SLOT_MINUTES, slotKeyOf, slotTimesOf, type Span } from './span'
import { instantOf, minutesOf, timeAt, type Instant, type LocalTime } from './time'
import type { Wait } from './wait'

/** How much of the gap that it fills a span would leave over: in minutes, before it and after it. */
export interface Rest {
  readonly before: number
  readonly after: number
}

/** A half hour as this asking finds it: places for the child that finds the fewest, 0 where they do not fit together. */
interface HalfHour {
  readonly at: LocalTime
  readonly free: number
}

/** The half hours of the day from this moment on, in order, without a hole. */
export function halfHoursFor(
  day: DayBook,
  { places }: Wait,
  from: Instant,
  now: Instant,
): HalfHour[] {
  if (!day.hours) return []
  return slotTimesOf(day.hours)
    .filter((at) => instantOf(day.date, at) >= from)
    .map((at) => {
      const key = slotKeyOf(at)
      const slot = day.slots[key]
      const half = { from: at, to: timeAt(minutesOf(at) + SLOT_MINUTES) }
      const isThere = places.some(({ childId }) => day.kids[childId]?.[key] !== undefined)
      if (!slot || isThere || firstFull(day, places, half, now)) return { at, free: 0 }
      const free = places.map(({ groupId, load }) => placesOf(day, slot, groupId, load, now).free)
      return { at, free: Math.min(...free) }
    })
}

/**
 * What the span leaves over of the gap: the half hours next to it that are as scarce as its scarcest. Half hours with
 * more room are no part of the gap, for others can have them anyway. Undefined where the span is not free.
 */
export function restOf(halves: readonly HalfHour[], span: Span): Rest | undefined {
  const first = halves.findIndex(({ at }) => at === span.from)
  const count = slotTimesOf(span).length
  const inside = first < 0 ? [] : halves.slice(first, first + count)
  const scarcest = Math.min(...inside.map(({ free }) => free))
  if (inside.length < count || scarcest < 1) return undefined
  /** Scarce half hours in a row, from the one beside the span outwards. */
  const run = (edge: HalfHour | undefined, step: 1 | -1, from: number): number => {
    const isScarce = (half: HalfHour | undefined): boolean =>
      half !== undefined && half.free > 0 && half.free <= scarcest
    let at = from
    while (isScarce(edge) && isScarce(halves[at])) at += step
    return Math.abs(at - from) * SLOT_MINUTES
  }
  return {
    before: run(inside[0], -1, first - 1),
    after: run(inside[count - 1], 1, first + count),
  }
}
