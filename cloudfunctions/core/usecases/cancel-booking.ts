import { bookingOf } from '../../../miniprogram/domain/booking'
import { decideCancellation } from '../../../miniprogram/domain/decide-cancellation'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { cancelReservation } from './cancel-reservation'
import { ownBooking } from './own-booking'

export const cancelBooking: UseCase<'cancelBooking', 'anyone'> = {
  name: 'cancelBooking',
  access: { for: 'anyone' },
  async run(context, { bookingId, seenFeeFen }, { openid }) {
    const { booking, reservation, tariff } = await ownBooking(context, openid, bookingId)
    const { siteId, date } = booking
    // A retry after a lost reply finds it done.
    if (reservation.state === 'cancelled')
      return accept({ booking: bookingOf(siteId, date, bookingId, reservation) })
    const decided = decideCancellation(date, reservation, tariff, context.now)
    if (!decided.ok) return decided
    const { feeFen } = decided.value
    if (feeFen !== seenFeeFen)
      return refuse({ code: 'price_changed', quotes: [], totalFen: feeFen })
    const where = { siteId, date, id: bookingId }
    const cancelled = await cancelReservation(context, where, reservation, feeFen)
    if (!cancelled) throw new FaultError({ code: 'busy' })
    return accept({ booking: cancelled })
  },
}
