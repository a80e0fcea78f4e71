import { bookingOf } from '../../../miniprogram/domain/booking'
import type { DayBook, Reservation } from '../../../miniprogram/domain/day'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { fen } from '../../../miniprogram/domain/money'
import { instantOf, type Instant } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { cancelReservation } from '../usecases/cancel-reservation'
import { returnCancelled } from '../usecases/claim-share'
import { tellWithdrawn } from '../usecases/withdraw'
import { eachTouchedDay } from './touched-days'

/**
 * The reconciler: a process that died between taking a place and writing the readable copy left the day true and the
 * copy missing or old. Days touched since the last run are compared, and what is missing is written from the day. Families
 * from whom the point took a booking meanwhile are told, if they were not: a message is told once.
 */
export const restoreCopies: Job = {
  name: 'restoreCopies',
  run: (context) => eachTouchedDay(context, 'copies', (day, since) => restore(context, day, since)),
}

async function restore(context: Context, day: DayBook, since: Instant): Promise<number> {
  const { store, now } = context
  const ids = Object.keys(day.reservations) as BookingId[]
  const copies = new Map((await store.bookings.many(ids)).map(({ id, rev }) => [id, rev]))
  const gone = await goneFamilies(context, day)
  let restored = 0
  for (const id of ids) {
    const reservation = day.reservations[id]
    // A hold is nobody's booking, and has no copy.
    if (!reservation || reservation.state === 'held') continue
    if (gone.has(reservation.householdId) && isComing(day, reservation, now)) {
      await free(context, day, id)
      restored++
      continue
    }
    // Whom the morning check sends home is told by that, once for all its bookings.
    const isTold = reservation.sentHomeAt !== undefined
    if (reservation.cancelledBy === 'point' && !isTold && (reservation.cancelledAt ?? 0) >= since)
      await tellWithdrawn(context, { siteId: day.siteId, date: day.date, id }, reservation)
    if ((copies.get(id) ?? 0) >= reservation.rev) continue
    await returnCancelled(context, day.date, id, reservation)
    await store.bookings.save(bookingOf(day.siteId, day.date, id, reservation))
    restored++
  }
  return restored
}

/** Families that were erased while a place was being taken for them. */
async function goneFamilies({ store, now }: Context, day: DayBook): Promise<Set<string>> {
  const coming = Object.values(day.reservations).filter((each) => isComing(day, each, now))
  const ids = [...new Set(coming.map(({ householdId }) => householdId))]
  const found = new Set((await store.households.many(ids)).map(({ id }) => id))
  return new Set(ids.filter((id) => !found.has(id)))
}

async function free(
  context: Context,
  { siteId, date, reservations }: DayBook,
  id: BookingId,
): Promise<void> {
  const before = reservations[id]
  if (before) await cancelReservation(context, { siteId, date, id }, before, fen(0))
}

function isComing({ date }: DayBook, { state, span }: Reservation, now: Instant): boolean {
  return state === 'booked' && instantOf(date, span.from) > now
}
