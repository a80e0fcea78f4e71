import { bookingOf } from '../../../miniprogram/domain/booking'
import { decideShortening, shortenedOf } from '../../../miniprogram/domain/decide-shortening'
import { FaultError } from '../../../miniprogram/domain/fault'
import { monthOf } from '../../../miniprogram/domain/month'
import { freeMinutesOf } from '../../../miniprogram/domain/price'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownBooking } from './own-booking'
import { replaceReservation } from './replace-reservation'

export const shortenBooking: UseCase<'shortenBooking', 'anyone'> = {
  name: 'shortenBooking',
  access: { for: 'anyone' },
  async run(context, { bookingId, span, seenTotalFen }, { openid }) {
    const { booking, reservation, tariff } = await ownBooking(context, openid, bookingId)
    const { siteId, date } = booking
    const { from, to } = reservation.span
    const isDone = from === span.from && to === span.to
    // A retry after a lost reply finds it done.
    if (isDone && reservation.quote.totalFen === seenTotalFen)
      return accept({ booking: bookingOf(siteId, date, bookingId, reservation) })
    const decided = decideShortening(date, reservation, span, { tariff, now: context.now })
    if (!decided.ok) return decided
    const { quote } = decided.value
    if (quote.totalFen !== seenTotalFen)
      return refuse({ code: 'price_changed', quotes: [quote], totalFen: quote.totalFen })
    const where = { siteId, date, id: bookingId }
    const after = shortenedOf(reservation, span, quote)
    const shortened = await replaceReservation(context, where, reservation, after)
    if (!shortened) throw new FaultError({ code: 'busy' })
    const free = freeMinutesOf(quote)
    if (free < freeMinutesOf(reservation.quote)) {
      const { householdId } = reservation
      await context.store.households.keepFree(householdId, monthOf(date), bookingId, free)
    }
    return accept({ booking: shortened })
  },
}
