import type { Span } from './span'
import {
  MINUTE,
  addDays,
  instantOf,
  later,
  type Instant,
  type LocalDate,
  type LocalTime,
} from './time'

/**
 * A share of each day's places, as the operator sets it up: it opens so many days before at a time of day, or so many
 * minutes before the doors. The shares of all tranches are 100 together; the last tranche is the urgent one.
 */
export type Tranche = (
  | { readonly daysBefore: number; readonly at: LocalTime }
  | { readonly minutesBefore: number }
) & {
  /** Per cent of every limit: room, group and carers. */
  readonly percent: number
  /** Drawn instead of first come, first served: requests are gathered for so many minutes before it opens. */
  readonly drawMinutes?: number
}

/** A tranche on its day. */
export interface Opening {
  readonly opensAt: Instant
  /** Per cent of every limit that is open from then on, this tranche and all before it. */
  readonly percent: number
  /** Requests are gathered from here until it opens; then the draw hands out the places, and what is left opens. */
  readonly draw?: { readonly from: Instant; readonly done?: true }
}

/** A day without openings is open whole. */
export interface Releasing {
  readonly release?: readonly Opening[]
}

/** When the day's tranches open, in order. */
export function openingsOf(
  tranches: readonly Tranche[],
  date: LocalDate,
  hours: Span,
): readonly Opening[] {
  let percent = 0
  return tranches.map((tranche) => {
    percent += tranche.percent
    const opensAt =
      'daysBefore' in tranche
        ? instantOf(addDays(date, -tranche.daysBefore), tranche.at)
        : later(instantOf(date, hours.from), -tranche.minutesBefore * MINUTE)
    const { drawMinutes } = tranche
    if (drawMinutes === undefined) return { opensAt, percent }
    return { opensAt, percent, draw: { from: later(opensAt, -drawMinutes * MINUTE) } }
  })
}

function isOpen({ opensAt, draw }: Opening, now: Instant): boolean {
  return opensAt <= now && (draw === undefined || draw.done === true)
}

/** How much of a limit is open: each tranche's share rounded down, what is left over comes with the last. */
export function releasedOf(limit: number, { release }: Releasing, now: Instant): number {
  if (!release) return limit
  let released = 0
  let before = 0
  for (const [index, opening] of release.entries()) {
    if (!isOpen(opening, now)) return released
    if (index === release.length - 1) return limit
    released += Math.floor((limit * (opening.percent - before)) / 100)
    before = opening.percent
  }
  return released
}

/** Per cent of every limit that is open now. */
export function releasedPercent({ release }: Releasing, now: Instant): number {
  const closed = release?.findIndex((opening) => !isOpen(opening, now)) ?? -1
  return closed < 0 ? 100 : (release?.[closed - 1]?.percent ?? 0)
}

/** The tranches still closed, the next first, with their place among all. */
export function openingsAhead(
  { release = [] }: Releasing,
  now: Instant,
): readonly (readonly [number, Opening])[] {
  const closed = release.findIndex((opening) => !isOpen(opening, now))
  return closed < 0 ? [] : [...release.entries()].slice(closed)
}

/** The day as it is once this tranche is open to all. */
export function opened<D extends Releasing>(day: D, index: number): D {
  const always = 0 as Instant
  return {
    ...day,
    release: (day.release ?? []).map((opening, n) =>
      n <= index ? { opensAt: always, percent: opening.percent } : opening,
    ),
  }
}

/** Whether the last of several tranches is open: its places are for whoever needs one at short notice. */
export function isUrgent({ release = [] }: Releasing, now: Instant): boolean {
  return release.length > 1 && releasedPercent({ release }, now) === 100
}

/** When the last of several tranches opens. */
export function urgentAt({ release = [] }: Releasing): Instant | undefined {
  return release.length > 1 ? release[release.length - 1]?.opensAt : undefined
}
