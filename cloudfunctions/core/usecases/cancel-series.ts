import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { Series, SeriesDay } from '../../../miniprogram/domain/series'
import { MINUTE, later, type Instant, type LocalDate } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { cancelReservation } from './cancel-reservation'
import { ownBooking } from './own-booking'
import { ownSeries } from './own-series'
import { cancellable, feeOf } from './series-fee'

/**
 * Ends a repeating booking: first nothing waits any more, so that no place comes after; then what is booked and still
 * to come is cancelled, each by its own rule. A retry finds what is left.
 */
export const cancelSeries: UseCase<'cancelSeries', 'anyone'> = {
  name: 'cancelSeries',
  access: { for: 'anyone' },
  async run(context, { seriesId, seenFeeFen }, { openid }) {
    const { series, bookings } = await ownSeries(context, openid, seriesId)
    const open = await cancellable(context, bookings)
    const totalFen = feeOf(open)
    if (totalFen !== seenFeeFen) return refuse({ code: 'price_changed', quotes: [], totalFen })
    const ended = endedOf(series, context.now)
    if (series.state !== 'cancelled' && !(await context.store.series.save(series, ended)))
      throw new FaultError({ code: 'busy' })
    for (const [{ id, siteId, date }, fee] of open) {
      const { reservation } = await ownBooking(context, openid, id)
      // Cancelled or begun since it was read.
      if (reservation.state !== 'booked') continue
      if (!(await cancelReservation(context, { siteId, date, id }, reservation, fee)))
        throw new FaultError({ code: 'busy' })
    }
    return accept({ series: ended })
  },
}

/** Longer than any call of the function lives: then what a dying timer left of a dropped day is cleared. */
const CLEARED_AFTER = MINUTE

function endedOf({ nextAt, ...series }: Series, now: Instant): Series {
  const dropped: SeriesDay = { state: 'dropped' }
  const days = Object.entries(series.days) as [LocalDate, SeriesDay][]
  return {
    ...series,
    state: 'cancelled',
    ...(nextAt !== undefined && nextAt <= now ? { nextAt: later(now, CLEARED_AFTER) } : {}),
    days: Object.fromEntries(
      days.map(([date, day]) => [date, day.state === 'waiting' ? dropped : day]),
    ),
  }
}
