import type { Booking } from '../../../miniprogram/domain/booking'
import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import type { BookingId, SeriesId } from '../../../miniprogram/domain/ids'
import type { Series } from '../../../miniprogram/domain/series'
import type { Context } from '../kernel/context'

/** A series of the caller's family with the bookings that it made; anybody else's is not found. */
export async function ownSeries(
  { store }: Context,
  openid: string,
  id: SeriesId,
): Promise<{ readonly series: Series; readonly bookings: readonly Booking[] }> {
  const series = await store.series.get(id)
  const household = series && (await store.households.get(series.householdId))
  if (!series || !household || !isGuardian(household, openid))
    throw new FaultError({ code: 'not_found' })
  const ids = Object.values(series.days).flatMap((day): readonly BookingId[] =>
    day.state === 'booked' ? day.bookingIds : [],
  )
  const bookings = await store.bookings.many(ids)
  return { series, bookings: bookings.sort((a, b) => a.startsAt - b.startsAt) }
}
