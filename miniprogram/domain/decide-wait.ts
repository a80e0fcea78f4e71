import type { Placeable } from './child'
import type { DayBook } from './day'
import { placeChildren } from './decide-booking'
import { limitedUntil } from './absence'
import type { Household } from './household'
import type { HouseholdId, WaitId } from './ids'
import { fitOf } from './match-waits'
import { accept, refuse, type Refused, type Result } from './result'
import { SHORTEST_MINUTES, isOnGrid, overlaps, spanMinutes, type Span } from './span'
import { dateOf, type Instant, type LocalDate } from './time'
import { isWaiting, type Wait } from './wait'

export interface WaitAsk {
  /** The whole book of the day. */
  readonly day: DayBook
  readonly household: Pick<Household, 'id' | 'absences'>
  readonly id: WaitId
  /** Siblings wait for places together. */
  readonly children: readonly Placeable[]
  readonly within: Span
  readonly minutes: number
  readonly shareMinutes: number
  readonly now: Instant
}

/** Whether a family may put itself on the day's list. Nobody waits for what can be booked at once. */
export function decideWait(ask: WaitAsk): Result<Wait> {
  const refused = refuseHours(ask) ?? refuseFamily(ask)
  if (refused) return refused
  const { day, household, id, children, within, minutes, shareMinutes, now } = ask
  const placed = placeChildren({ day, children })
  if (!placed.ok) return placed
  const wait: Wait = {
    id,
    householdId: household.id,
    childIds: children.map((child) => child.id),
    within,
    minutes,
    askedAt: now,
    shareMinutes,
    places: placed.value,
  }
  if (!isWaiting(wait, day.date, now)) return refuse({ code: 'span_past' })
  const fit = fitOf(day, wait, now)
  return fit ? refuse({ code: 'place_free', span: fit.span }) : accept(wait)
}

function refuseHours({ day, within, minutes }: WaitAsk): Refused | undefined {
  if (!day.hours) return refuse({ code: 'day_closed', date: day.date, why: day.closed ?? '' })
  if (!isOnGrid(within)) return refuse({ code: 'span_off_grid' })
  const least = Math.max(SHORTEST_MINUTES, minutes)
  if (spanMinutes(within) < least) return refuse({ code: 'span_too_short', minimumMinutes: least })
  if (!overlaps(day.hours, within)) return refuse({ code: 'outside_hours', hours: day.hours })
  return undefined
}

function refuseFamily({ day, household, now }: WaitAsk): Refused | undefined {
  const until = limitedUntil(household.absences, dateOf(now))
  if (until) return refuse({ code: 'limited_by_absences', until })
  const standing = waitOf(day, household.id, now)
  return standing && refuse({ code: 'already_waiting', within: standing.within })
}

/** Everything that the family waits for on the day: care, and each session. */
export function waitsOf(
  { date, waits = {} }: Pick<DayBook, 'date' | 'waits'>,
  householdId: HouseholdId,
  now: Instant,
): Wait[] {
  return Object.values(waits).filter(
    (wait) => wait.householdId === householdId && stands(wait, date, now),
  )
}

/** It is offered a place, or some of its hours are still to come. */
function stands(wait: Wait, date: LocalDate, now: Instant): boolean {
  return (wait.offer !== undefined && wait.offer.until > now) || isWaiting(wait, date, now)
}

/** The care that the family waits for on the day, or has been offered. */
export function waitOf(
  day: Pick<DayBook, 'date' | 'waits'>,
  householdId: HouseholdId,
  now: Instant,
): Wait | undefined {
  const wait = day.waits?.[householdId]
  return wait && stands(wait, day.date, now) ? wait : undefined
}
