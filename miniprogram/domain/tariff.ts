import type { SiteId } from './ids'
import type { Fen } from './money'

/** A version of the price list. Never edited: a change is a new version, and a booking keeps the one it was made with. */
export interface Tariff {
  readonly siteId: SiteId
  /** `2026-09`: as printed on the bill. */
  readonly version: string
  /** Price of an hour of drop-in care. */
  readonly hourFen: Fen
  /** The community's own figure for an hour elsewhere in the district, for comparison. */
  readonly marketHourFen: Fen
  /** Per cent off for residents of the community whose papers staff have seen. */
  readonly residentPercent: number
  /** Per cent off for the second and every further child of one booking. */
  readonly siblingPercent: number
  /** What cancelling costs after the free time, never more than the bill itself. */
  readonly lateCancelFen: Fen
}

/** At least one hour is billed, and a started half hour counts whole. */
export const BILL_STEP_MINUTES = 30
export const BILL_MINIMUM_MINUTES = 60
