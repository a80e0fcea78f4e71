import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { holdsPlace } from '../../../miniprogram/domain/day'
import { weekOf, type Taken } from '../../../miniprogram/domain/share'
import {
  addDays,
  dateOf,
  later,
  type Instant,
  type LocalDate,
} from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { STILL_AT_WORK, eachTouched } from './touched-days'

/** Nothing of a week that is over so long is given back any more. */
const KEPT_DAYS = 14

/**
 * Gives back what a process that died took of a household's share without taking the places, and forgets weeks that
 * are over. Households that took since the last run are looked at.
 */
export const restoreShares: Job = {
  name: 'restoreShares',
  run: (context) =>
    eachTouched(
      context,
      'shares',
      async (since, limit) =>
        (await context.store.households.sharedSince(since, limit)).map((household) => ({
          household,
          touchedAt: household.sharedAt as Instant,
        })),
      ({ household }) => restore(context, household),
    ),
}

async function restore({ store, now }: Context, household: Household): Promise<number> {
  const { id, siteId, share = {} } = household
  const over = weekOf(addDays(dateOf(now), -KEPT_DAYS))
  const weeks = Object.keys(share) as LocalDate[]
  const old = weeks.filter((week) => week < over)
  if (old.length > 0) await store.households.forgetShares(id, old)
  let restored = 0
  for (const week of weeks.filter((each) => each >= over))
    for (const [date, ids] of byDate(share[week]?.of ?? {}, later(now, -STILL_AT_WORK))) {
      const day = await store.days.readFor(siteId, date, [], ids)
      for (const bookingId of ids) {
        const minutes = share[week]?.of[bookingId]?.minutes ?? 0
        if (holdsPlace(day?.reservations[bookingId]?.state)) continue
        restored += await store.households.returnShare(id, week, bookingId, minutes)
      }
    }
  return restored
}

/** Bookings that took before this moment, by the day of their care. */
function byDate(
  of: Readonly<Record<BookingId, Taken>>,
  before: Instant,
): Map<LocalDate, BookingId[]> {
  const dates = new Map<LocalDate, BookingId[]>()
  for (const [id, { date, at }] of Object.entries(of) as [BookingId, Taken][])
    if (at <= before) dates.set(date, [...(dates.get(date) ?? []), id])
  return dates
}
