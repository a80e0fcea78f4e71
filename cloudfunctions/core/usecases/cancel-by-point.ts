import { decidePointCancellation } from '../../../miniprogram/domain/decide-cancellation'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { tellWithdrawn, withdraw } from './withdraw'

/** The point cancels one booking, which costs the family nothing. */
export const cancelByPoint: UseCase<'cancelByPoint', 'staff'> = {
  name: 'cancelByPoint',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, bookingId: id, why }) {
    const { store } = context
    const booking = await store.bookings.get(id)
    if (!booking || booking.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    const { date } = booking
    const day = await store.days.readFor(siteId, date, [], [id])
    const before = day?.reservations[id]
    if (!before) throw new FaultError({ code: 'not_found' })
    const place = { siteId, date, id }
    // The same tap again, after a lost reply or a crash before the family was told.
    if (before.cancelledBy === 'point') {
      await tellWithdrawn(context, place, before)
      return accept({ cancelled: true })
    }
    const decided = decidePointCancellation(before)
    if (!decided.ok) return decided
    if (!(await withdraw(context, place, before, why))) throw new FaultError({ code: 'busy' })
    return accept({ cancelled: true })
  },
}
