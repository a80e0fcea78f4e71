import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import { monthOf } from '../../../miniprogram/domain/month'
import { freeMinutesOf } from '../../../miniprogram/domain/price'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { changeDay } from './change-day'
import { returnCancelled } from './claim-share'

/**
 * The booking as it was decided anew, what it gives back of the week's share, then its readable copy; places that it gives back go to whoever waits for them.
 * Undefined when somebody changed the booking meanwhile.
 */
export async function replaceReservation(
  context: Context,
  { siteId, date, id }: { siteId: SiteId; date: LocalDate; id: BookingId },
  before: Reservation,
  after: Reservation,
): Promise<Booking | undefined> {
  const isDone = await changeDay(context, { siteId, date }, [id], ({ reservations }) => {
    const { state, rev } = reservations[id] ?? {}
    const isSame = state === before.state && rev === before.rev
    return isSame ? { moves: [{ id, before, after }], waits: [] } : undefined
  })
  if (!isDone) return undefined
  await returnCancelled(context, date, id, after)
  const costsNothing = after.state === 'cancelled' || after.sentHomeAt !== undefined
  if (costsNothing && freeMinutesOf(before.quote) > 0)
    await context.store.households.returnFree(before.householdId, monthOf(date), id)
  const booking = bookingOf(siteId, date, id, after)
  await context.store.bookings.save(booking)
  return booking
}
