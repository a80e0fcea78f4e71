import { reservationsOf, type Day, type DayBook } from './day'
import type { DatedBooking } from './decide-hours'
import { excessOf } from './excess'
import { replanDay } from './replan-day'
import type { Instant } from './time'

/** The bookings that have room on the day as it is and would have none under the fresh plan. */
export function displacedBy(day: DayBook, fresh: Day, now: Instant): DatedBooking[] {
  const before = new Set(excessOf(day, now).map(({ id }) => id))
  const planned = { ...day, ...replanDay(day, fresh, now) }
  const groups = new Set(fresh.groups.map(({ id }) => id))
  const over = new Set(excessOf(planned, now).map(({ id }) => id))
  return reservationsOf(day)
    .filter(([id, reservation]) => {
      const { state, groupId } = reservation
      const isComing = state === 'booked' || state === 'inside'
      return isComing && !before.has(id) && (over.has(id) || !groups.has(groupId))
    })
    .map(([id, reservation]) => ({ id, date: day.date, reservation }))
}
