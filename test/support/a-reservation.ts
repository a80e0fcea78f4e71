import type { DayBook, Reservation } from '../../miniprogram/domain/day'
import { changed } from '../../miniprogram/domain/day-change'
import type { BookingId, ChildId, GroupId, HouseholdId, WaitId } from '../../miniprogram/domain/ids'
import { priceOf } from '../../miniprogram/domain/price'
import type { Instant } from '../../miniprogram/domain/time'
import { waitKeyOf, type Wait } from '../../miniprogram/domain/wait'
import { aSpan } from './a-span'
import { aTariff } from './a-tariff'
import { anInstant } from './an-instant'

/** `family` with one child of 托大班, booked on Saturday for Monday 9:00–11:00. */
export function aReservation(facts: Partial<Reservation> & { family?: string } = {}): Reservation {
  const { family = 'family', span = aSpan('9:00-11:00'), ...more } = facts
  return {
    state: 'booked',
    childId: `${family}-1` as ChildId,
    householdId: family as HouseholdId,
    groupId: 'big' as GroupId,
    span,
    load: 5,
    quote: priceOf({ span, tariff: aTariff(), resident: false, sibling: false }),
    rev: 1,
    bookedAt: anInstant('2026-09-05 10:00'),
    ...more,
  }
}

/** The day after these reservations were made, under their families' names. */
export function withReservations(day: DayBook, ...reservations: readonly Reservation[]): DayBook {
  const moves = reservations.map((after) => ({
    id: after.householdId as string as BookingId,
    before: undefined,
    after,
  }))
  return changed(day, { moves, waits: [] }, day.touchedAt)
}

/** `family` waits for any two hours of the morning. */
export function aWait(
  facts: Omit<Partial<Wait>, 'within'> & { family?: string; within?: string } = {},
): Wait {
  const { family = 'family', within = '9:00-12:00', ...more } = facts
  const childId = `${family}-1` as ChildId
  return {
    id: `wait-${family}` as WaitId,
    householdId: family as HouseholdId,
    childIds: [childId],
    within: aSpan(within),
    minutes: 120,
    askedAt: anInstant('2026-09-05 12:00'),
    shareMinutes: 0,
    places: [{ childId, groupId: 'big' as GroupId, load: 5 }],
    ...more,
  }
}

export function withWaits(day: DayBook, ...waits: readonly Wait[]): DayBook {
  return {
    ...day,
    waits: { ...day.waits, ...Object.fromEntries(waits.map((wait) => [waitKeyOf(wait), wait])) },
  }
}

/** What is held stands until then. */
export function held(until: Instant, facts: Parameters<typeof aReservation>[0] = {}): Reservation {
  return aReservation({ state: 'held', rev: 0, until, ...facts })
}
