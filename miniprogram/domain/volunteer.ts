import type { Language } from './book'
import type { SiteId, VolunteerId } from './ids'
import type { SessionService } from './session'
import type { Span } from './span'
import { addDays, weekdayOf, type Instant, type LocalDate, type Weekday } from './time'

/** What a person leads: early education, picture-book stories, science. */
export const SKILLS = ['early', 'stories', 'science'] as const
export type Skill = (typeof SKILLS)[number]

/** 深港妈妈, or residents who were trained. */
export const TEAMS = ['mother', 'volunteer'] as const
export type Team = (typeof TEAMS)[number]

/** A weekday's morning or afternoon: `4am`. */
export type HalfDay = `${Weekday}${'am' | 'pm'}`
export const HALF_DAYS = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => [
  `${weekday}am` as const,
  `${weekday}pm` as const,
])

export interface Training {
  readonly date: LocalDate
  readonly what: string
}

/** What the person says of themselves. */
export interface VolunteerFacts {
  readonly name: string
  readonly team: Team
  readonly skills: readonly Skill[]
  readonly languages: readonly Language[]
  readonly availability: readonly HalfDay[]
}

/** What the point found: only the desk and the person see it. */
export interface Vetting {
  /** When the point looked at the person and their papers; absent until then. */
  readonly vettedOn?: LocalDate
  /** The health certificate's last day. */
  readonly certificateUntil?: LocalDate
  readonly trainings: readonly Training[]
  /** The person no longer takes part. */
  readonly endedOn?: LocalDate
}

/** One of the point's people who are no staff. The id names the account to nobody. */
export interface Volunteer extends VolunteerFacts, Vetting {
  readonly id: VolunteerId
  readonly siteId: SiteId
  readonly openid: string
  readonly appliedAt: Instant
  /** Grows with every change. */
  readonly rev: number
}

/** A skill that is enough for the service. */
export const SKILLS_FOR: Readonly<Record<SessionService, readonly Skill[]>> = {
  reading: ['stories'],
  early: ['early', 'science'],
  together: ['early', 'science'],
}

/** Why a person cannot take a spot. */
export type AssignmentProblem =
  | { readonly why: 'not_vetted' }
  | { readonly why: 'ended' }
  /** Absent: nobody has seen a certificate yet. */
  | { readonly why: 'certificate'; readonly until?: LocalDate }
  | { readonly why: 'skill'; readonly anyOf: readonly Skill[] }
  | { readonly why: 'language'; readonly language: Language }
  | { readonly why: 'clash'; readonly title: string; readonly span: Span }
  | { readonly why: 'not_available' }

export type VolunteerState = 'applied' | 'active' | 'expiring' | 'expired' | 'ended'

/** So many days before its last a certificate wants renewing. */
export const EXPIRING_DAYS = 30

export function volunteerStateOf(vetting: Vetting, today: LocalDate): VolunteerState {
  const { vettedOn, certificateUntil, endedOn } = vetting
  if (endedOn !== undefined) return 'ended'
  if (vettedOn === undefined) return 'applied'
  if (certificateUntil === undefined || certificateUntil < today) return 'expired'
  return certificateUntil <= addDays(today, EXPIRING_DAYS) ? 'expiring' : 'active'
}

/** The half days that the span touches on the date. */
export function halfDaysOf(date: LocalDate, { from, to }: Span): HalfDay[] {
  const weekday = weekdayOf(date)
  return [
    ...(from < '12:00' ? [`${weekday}am` as const] : []),
    ...(to > '12:00' ? [`${weekday}pm` as const] : []),
  ]
}
