import type { Absences } from './absence'
import type { Child } from './child'
import type { Hold } from './hold'
import type { HealthById } from './health'
import type { BookingId, ChildId, HouseholdId, SiteId } from './ids'
import type { Fen } from './money'
import type { Month } from './month'
import type { Share } from './share'
import type { Instant, LocalDate } from './time'

/** A family: one document, so that a booking reads it and the day, and nothing else. */
export interface Household {
  readonly id: HouseholdId
  readonly siteId: SiteId
  readonly guardians: readonly Guardian[]
  readonly children: readonly Child[]
  /** Grows with every change of the children; a change made on an older one is a lost race. */
  readonly rev: number
  /** Grows with every child ever added; numbers are never used twice. */
  readonly childCount: number
  /** Staff have seen proof of residence and the child's papers; the papers are not stored. */
  readonly papers?: PapersSeen
  /** The one booking that a family without seen papers may hold. */
  readonly trial?: Trial
  /** Places that are kept while a guardian reads the bill: one hold a family. */
  readonly hold?: Hold
  /** Days on which a child was booked and nobody came. */
  readonly absences?: Absences
  /** What bookings and the door must know of each child's health: dates, no illness. */
  readonly health?: HealthById
  /** What it has booked of its weekly share. */
  readonly share?: Share
  /** When it last took of its share; what never came true is given back by the timer. */
  readonly sharedAt?: Instant
  /** The residents' free minutes that bookings have taken. */
  readonly free?: FreeHours
  /** Grows with every change of `free`; a claim made on an older one is a lost race. */
  readonly freeRev?: number
  /** What the family's bills still want, together; counted anew whenever one of them changes. */
  readonly owedFen?: Fen
  /** When the file is next looked at for its end; absent before the first look. */
  readonly reviewOn?: LocalDate
  /** The end that the family has been told of. */
  readonly farewell?: Farewell
  /** A guardian asked to keep the file for longer, until then. */
  readonly keptUntil?: LocalDate
}

/** Claims on a household's free minutes by month and booking, so that each counts once and can be given back. */
export type FreeHours = Readonly<Record<Month, Readonly<Record<BookingId, FreeClaim>>>>

export interface FreeClaim {
  readonly date: LocalDate
  readonly minutes: number
  readonly at: Instant
}

export interface Guardian {
  readonly openid: string
  /** How the family calls this adult: `小雨妈妈`. */
  readonly name: string
  readonly phone: string
  readonly consents: readonly Consent[]
}

/** Consent to one notice, kept with what was shown and when (PIPL art. 14, 29, 31). */
export interface Consent {
  readonly notice: NoticeName
  readonly version: string
  readonly at: Instant
}

export interface PapersSeen {
  readonly at: Instant
  readonly by: string
}

export interface Trial {
  readonly bookingIds: readonly BookingId[]
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly claimedAt: Instant
  /** The booking's end: then the family may book again. */
  readonly until: Instant
}

export type FarewellWhy = 'grown' | 'away' | 'unanswered'

/** What will go, and when: told to the family before it happens. */
export interface Farewell {
  readonly why: FarewellWhy
  /** The children whose records go. */
  readonly childIds: readonly ChildId[]
  /** Nothing of the family is left. */
  readonly whole: boolean
  readonly on: LocalDate
}

export type NoticeName = 'guardian' | 'children'

export const MOST_CHILDREN = 5

export function isGuardian(household: Pick<Household, 'guardians'>, openid: string): boolean {
  return household.guardians.some((guardian) => guardian.openid === openid)
}
