import { decideGiving, type Pass } from '../../../miniprogram/domain/pass'
import type { PassId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownBooking } from './own-booking'
import { passViewOf } from './pass-view'

/** The id is a secret of the card: made of the attempt, so that a retry makes no second one. */
export const givePass: UseCase<'givePass', 'anyone'> = {
  name: 'givePass',
  access: { for: 'anyone' },
  async run(context, { bookingId, name, attempt }, { openid }) {
    const { store, now, hash } = context
    const { booking, reservation } = await ownBooking(context, openid, bookingId)
    const id = hash('pass', openid, attempt, bookingId, name) as PassId
    const given = await store.passes.ofBooking(bookingId)
    const before = given.find((each) => each.id === id)
    if (before) return accept({ pass: passViewOf(context, before) })
    const decided = decideGiving(booking.date, reservation, given, now)
    if (!decided.ok) return decided
    const { childId, householdId, siteId, date } = booking
    const pass: Pass = { id, bookingId, childId, householdId, siteId, date, name, createdAt: now }
    await store.passes.add(pass)
    return accept({ pass: passViewOf(context, pass) })
  },
}
