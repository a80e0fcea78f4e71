import { ageInMonths } from './age'
import type { Guardian, Household } from './household'
import type { GroupId, HouseholdId } from './ids'
import type { Group } from './site'
import { DAY, addDays, daysBetween, later, type Instant, type LocalDate } from './time'

/** In which language a guardian wants notices. */
export const LANGUAGES = ['mandarin', 'cantonese', 'english'] as const
export type Language = (typeof LANGUAGES)[number]

/** For whom a notice is: every condition that is named must hold; none is everybody. */
export interface Audience {
  /** A child of this age in whole months, from ≤ age < to, on the day the notice goes out. */
  readonly ages?: { readonly fromMonths: number; readonly toMonths: number }
  /** A child whose age belongs to this group. */
  readonly groupId?: GroupId
  /** A booking on one of these days, both included. */
  readonly booked?: { readonly from: LocalDate; readonly to: LocalDate }
  /** Guardians who want this language; whoever has not chosen wants Mandarin. */
  readonly language?: Language
}

/** What must be looked up to know who belongs to it. */
export interface AudienceFacts {
  readonly today: LocalDate
  readonly groups: readonly Group[]
  /** Families with a booking on the days of `booked`. */
  readonly booked: ReadonlySet<HouseholdId>
  readonly languageOf: (openid: string) => Language | undefined
}

/** Days of bookings that a notice may look at: what is planned ahead and the week before. */
export const MOST_BOOKED_DAYS = 21

/** The guardians of a family whom the notice is for; none when the family is not meant. */
export function addressedOf(
  audience: Audience,
  household: Pick<Household, 'id' | 'guardians' | 'children'>,
  facts: AudienceFacts,
): readonly Guardian[] {
  if (audience.booked && !facts.booked.has(household.id)) return []
  if (!hasChildFor(audience, household, facts)) return []
  const { language } = audience
  return language === undefined
    ? household.guardians
    : household.guardians.filter(
        ({ openid }) => (facts.languageOf(openid) ?? 'mandarin') === language,
      )
}

function hasChildFor(
  { ages, groupId }: Audience,
  { children }: Pick<Household, 'children'>,
  { today, groups }: AudienceFacts,
): boolean {
  if (!ages && groupId === undefined) return true
  const group = groups.find(({ id }) => id === groupId)
  return children.some(({ birthDate }) => {
    const age = ageInMonths(birthDate, today)
    const isIn = (span: { readonly fromMonths: number; readonly toMonths: number }): boolean =>
      span.fromMonths <= age && age < span.toMonths
    return (!ages || isIn(ages)) && (groupId === undefined || (group !== undefined && isIn(group)))
  })
}

/** What is wrong with an audience as it was typed, by field. */
export function audienceProblems({ ages, booked }: Audience): readonly ('ages' | 'booked')[] {
  const problems: ('ages' | 'booked')[] = []
  if (ages && ages.fromMonths >= ages.toMonths) problems.push('ages')
  if (booked) {
    const days = daysBetween(booked.from, booked.to) + 1
    if (days < 1 || days > MOST_BOOKED_DAYS) problems.push('booked')
  }
  return problems
}

/** A notice is planned for a later moment, at most so far ahead. */
const FURTHEST = 60 * DAY

export function mayBePlannedFor(at: Instant, now: Instant): boolean {
  return at > now && at <= later(now, FURTHEST)
}

/** All days of the range. */
export function daysOf({ from, to }: NonNullable<Audience['booked']>): LocalDate[] {
  const count = Math.min(daysBetween(from, to) + 1, MOST_BOOKED_DAYS)
  return Array.from({ length: Math.max(0, count) }, (_, day) => addDays(from, day))
}
