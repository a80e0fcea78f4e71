import { decideGiving } from '../../../miniprogram/domain/pass'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownBooking } from './own-booking'
import { passViewOf } from './pass-view'

/** Who may fetch this child on this day, the latest first. */
export const listPasses: UseCase<'listPasses', 'anyone'> = {
  name: 'listPasses',
  access: { for: 'anyone' },
  async run(context, { bookingId }, { openid }) {
    const { booking, household, reservation } = await ownBooking(context, openid, bookingId)
    const { childId, span } = reservation
    const passes = await context.store.passes.ofBooking(bookingId)
    return accept({
      childName: household.children.find(({ id }) => id === childId)?.name ?? '',
      date: booking.date,
      span,
      open: decideGiving(booking.date, reservation, [], context.now).ok,
      passes: passes
        .sort((a, b) => b.createdAt - a.createdAt)
        .map((pass) => passViewOf(context, pass)),
    })
  },
}
