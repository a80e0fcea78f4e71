import type { Language } from './book'
import type { SessionId, SiteId, VolunteerId } from './ids'
import type { Fen } from './money'
import type { Span } from './span'
import type { Instant, LocalDate } from './time'

/** What is offered besides care by the hour: picture-book reading, early education, parent–child class. */
export const SESSION_SERVICES = ['reading', 'early', 'together'] as const
export type SessionService = (typeof SESSION_SERVICES)[number]

/** A guest is none of the point's people: known by name alone. */
export const LEADER_ROLES = ['mother', 'volunteer', 'carer', 'guest'] as const

export interface Leader {
  /** Whom the point knows as one of its people; absent for a name that was typed. */
  readonly personId?: VolunteerId
  /** Empty while somebody is looked for. */
  readonly name: string
  readonly role: (typeof LEADER_ROLES)[number]
  /** Wants to hand the session to somebody else, and leads it until somebody takes it. */
  readonly offered?: true
}

export interface Helper {
  readonly personId: VolunteerId
  readonly name: string
  /** Wants to hand the spot to somebody else, and keeps it until somebody takes it. */
  readonly offered?: true
}

/** What happens in a session, whenever it is: a line of the timetable has the same. */
export interface SessionFacts {
  readonly span: Span
  readonly service: SessionService
  readonly title: string
  readonly language: Language
  readonly leader: Leader
  /** One of the site's rooms. */
  readonly room: string
  /** Children that it takes. */
  readonly places: number
  /** An adult stays with each child: it counts as a head in the room, not as care. */
  readonly accompanied: boolean
  /** Ages on the day, in whole months: from ≤ age < to. */
  readonly fromMonths: number
  readonly toMonths: number
  /** One of the app's own drawings. */
  readonly cover: string
  /** Books of the catalogue that are read. */
  readonly bookIds: readonly string[]
  /** How many helpers it wants besides its leader; absent: none. */
  readonly helpersWanted?: number
}

/** One session on one date. It never moves once somebody has booked it. */
export interface Session extends SessionFacts {
  readonly id: SessionId
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly helpers?: readonly Helper[]
  /** It does not take place. */
  readonly cancelled?: { readonly at: Instant; readonly why: string }
}

export interface PricedSession extends Session {
  /** What one child pays by the price list of its day. */
  readonly priceFen: Fen
}

/** Characters of why a session does not take place: families read it in a message. */
export const LONGEST_WHY = 10
