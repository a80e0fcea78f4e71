import type { SiteId } from './ids'
import type { Fen } from './money'
import type { SessionService } from './session'
import type { Instant, LocalDate, LocalTime } from './time'

/**
 * A version of the price list. Never edited: a change is a new version from a later date of care on, and a booking
 * keeps the one it was made with.
 */
export interface Tariff {
  readonly siteId: SiteId
  /** `2026-09`: as printed on the bill. */
  readonly version: string
  /** The first date of care that it prices; it ends where the next version begins. */
  readonly from: LocalDate
  /** Of two versions from the same date the one saved later counts. */
  readonly savedAt: Instant
  /** Price of an hour of drop-in care. */
  readonly hourFen: Fen
  /** The community's own figure for an hour elsewhere in the district, for comparison. */
  readonly marketHourFen: Fen
  /** At least so much is billed: 30, 60, 90 … */
  readonly minimumMinutes: number
  /** Time is billed in whole steps of so many minutes. */
  readonly stepMinutes: number
  /** The most that the hours of one booking cost; absent: no cap. */
  readonly dayCapFen?: Fen
  /** Minutes a calendar month that a resident household pays nothing for. */
  readonly freeMinutes: number
  /** Per cent off for residents of the community whose papers staff have seen. */
  readonly residentPercent: number
  /** Per cent off for the second and every further child of one booking. */
  readonly siblingPercent: number
  /** Eaten by every child that is there at the time; absent: no meal. */
  readonly meal?: Meal
  /** What sessions of the picture-book week cost. */
  readonly classes: Readonly<Record<SessionService, ClassPrice>>
  /** A child may be fetched so many minutes late for nothing. */
  readonly graceMinutes: number
  /** Price of each started quarter of an hour after the grace period. */
  readonly lateQuarterFen: Fen
  /** What cancelling costs until each moment, in order of time; the first is free. */
  readonly cancelSteps: readonly CancelStep[]
  /** What cancelling costs after the last of them, and not coming; never more than the booking itself. */
  readonly lateCancelFen: Fen
  /** A family that owes more books nothing new until it has paid. */
  readonly unpaidMostFen: Fen
}

export interface Meal {
  readonly at: LocalTime
  readonly fen: Fen
}

export interface ClassPrice {
  readonly hourFen: Fen
  /** Paper, paint, clay: once a child and session. */
  readonly materialFen: Fen
}

/** Until `time`, so many days before the date of care, cancelling costs `fen`. */
export interface CancelStep {
  readonly daysBefore: number
  readonly time: LocalTime
  readonly fen: Fen
}

/** What is paid by the hour. */
export type Service = 'care' | SessionService

/** The version in force on a date of care; undefined where none is. */
export function tariffOn(tariffs: readonly Tariff[], date: LocalDate): Tariff | undefined {
  return byDate(tariffs)
    .filter(({ from }) => from <= date)
    .pop()
}

/** In the order in which they come into force; of one date the later saved last. */
export function byDate(tariffs: readonly Tariff[]): Tariff[] {
  return [...tariffs].sort((a, b) =>
    a.from === b.from ? a.savedAt - b.savedAt : a.from < b.from ? -1 : 1,
  )
}

export function hourFenOf(tariff: Tariff, service: Service): Fen {
  return service === 'care' ? tariff.hourFen : tariff.classes[service].hourFen
}
