import { bookingOf } from '../../../miniprogram/domain/booking'
import type { ReservationState } from '../../../miniprogram/domain/day'
import {
  decideCancellation,
  freeCancelUntil,
} from '../../../miniprogram/domain/decide-cancellation'
import { accept } from '../../../miniprogram/domain/result'
import { signTicket } from '../../../miniprogram/domain/ticket'
import type { UseCase } from '../kernel/use-case'
import type { StoredCheck } from '../store/checks'
import { followBill } from './follow-bill'
import { ownBooking } from './own-booking'

/** Whether its ticket may still open the door. */
const opens = (state: ReservationState): boolean => state === 'booked' || state === 'inside'

/** One booking with its ticket and what cancelling it now would cost. */
export const showBooking: UseCase<'showBooking', 'anyone'> = {
  name: 'showBooking',
  access: { for: 'anyone' },
  async run(context, { bookingId }, { openid }) {
    const own = await ownBooking(context, openid, bookingId)
    const { booking, household, reservation, tariff } = own
    const { siteId, date } = booking
    const { childId, groupId, span, state } = reservation
    const { store } = context
    const came = reservation.inAt !== undefined || reservation.sentHomeAt !== undefined
    const [site, note, check] = await Promise.all([
      store.sites.get(siteId),
      came ? store.notes.get(bookingId) : undefined,
      came ? store.checks.get(bookingId) : undefined,
    ])
    const cancellation = decideCancellation(date, reservation, tariff, context.now)
    // Just fetched: the timer may not have come by yet.
    const bill = opens(state)
      ? undefined
      : await followBill(
          context,
          { siteId, date, id: bookingId },
          reservation,
          await store.bills.get(bookingId),
        )
    const ticket = { bookingId, childId, siteId, date, span }
    return accept({
      now: context.now,
      booking: bookingOf(siteId, date, bookingId, reservation),
      childName: household.children.find(({ id }) => id === childId)?.name ?? '',
      groupName: site?.groups.find(({ id }) => id === groupId)?.name ?? '',
      ...(opens(state) ? { ticket: signTicket(ticket, context.ticketKeys[0]) } : {}),
      ...(cancellation.ok ? { cancelFeeFen: cancellation.value.feeFen } : {}),
      freeCancelUntil: freeCancelUntil(date, tariff),
      ...(bill ? { bill } : {}),
      tariff,
      ...(note ? { note: note.note } : {}),
      ...(check ? { check: ownCheckOf(check) } : {}),
    })
  },
}

/** What its own family sees of a morning check. */
function ownCheckOf({ tenths, skin, mood, belongings, at, illness }: StoredCheck) {
  return { tenths, skin, mood, belongings, at, ...(illness ? { illness: illness.name } : {}) }
}
