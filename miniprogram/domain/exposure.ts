import type { Reservation } from './day'
import type { ChildId, HouseholdId } from './ids'
import { MINUTE, addDays, instantOf, localTime, type Instant, type LocalDate } from './time'

/** A time that a child really was in the room. */
export interface Stay {
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly from: Instant
  readonly to: Instant
}

/** A family that was in the room together with a child who fell ill. */
export interface Exposed {
  readonly householdId: HouseholdId
  readonly childIds: readonly ChildId[]
  /** Minutes together, of the child who was there longest. */
  readonly minutes: number
}

/** Who was in the room on a day, by the door's own times; a child still inside until now, or until midnight. */
export function staysOf(
  date: LocalDate,
  reservations: readonly Pick<Reservation, 'childId' | 'householdId' | 'inAt' | 'outAt'>[],
  now: Instant,
): Stay[] {
  const midnight = instantOf(date, localTime('24:00'))
  return reservations.flatMap(({ childId, householdId, inAt, outAt }) =>
    inAt === undefined
      ? []
      : [{ childId, householdId, from: inAt, to: outAt ?? (Math.min(now, midnight) as Instant) }],
  )
}

/** The days on which others may have caught it, the day it showed included, the earliest first. */
export function exposureDates(foundOn: LocalDate, lookBackDays: number): LocalDate[] {
  return Array.from({ length: lookBackDays + 1 }, (_, index) =>
    addDays(foundOn, index - lookBackDays),
  )
}

/** The families whose children overlapped in time with the child who fell ill, those together longest first. */
export function exposedOf(ill: ChildId, stays: readonly Stay[]): Exposed[] {
  const own = stays.filter(({ childId }) => childId === ill)
  const home = new Set(own.map(({ householdId }) => householdId))
  const byChild = new Map<ChildId, { householdId: HouseholdId; minutes: number }>()
  for (const stay of stays) {
    if (home.has(stay.householdId)) continue
    const minutes = own.reduce((sum, each) => sum + minutesTogether(each, stay), 0)
    const before = byChild.get(stay.childId)?.minutes ?? 0
    if (minutes > 0)
      byChild.set(stay.childId, { householdId: stay.householdId, minutes: before + minutes })
  }
  const families = new Map<HouseholdId, { childIds: ChildId[]; minutes: number }>()
  for (const [childId, { householdId, minutes }] of byChild) {
    const family = families.get(householdId) ?? { childIds: [], minutes: 0 }
    family.childIds.push(childId)
    families.set(householdId, { ...family, minutes: Math.max(family.minutes, minutes) })
  }
  return [...families]
    .map(([householdId, family]) => ({ householdId, ...family }))
    .sort((a, b) => b.minutes - a.minutes)
}

/** Started minutes count: a moment in the same room is a minute. */
function minutesTogether(a: Stay, b: Stay): number {
  const together = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return together > 0 ? Math.ceil(together / MINUTE) : 0
}
