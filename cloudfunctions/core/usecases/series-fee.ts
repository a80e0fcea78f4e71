import type { Booking } from '../../../miniprogram/domain/booking'
import { decideCancellation } from '../../../miniprogram/domain/decide-cancellation'
import { sumOf, type Fen } from '../../../miniprogram/domain/money'
import type { Context } from '../kernel/context'

/** Which of these bookings may still be cancelled, and what each costs now. */
export async function cancellable(
  { store, now }: Context,
  bookings: readonly Booking[],
): Promise<(readonly [Booking, Fen])[]> {
  const found: (readonly [Booking, Fen])[] = []
  for (const booking of bookings) {
    const tariff = await store.sites.tariff(booking.siteId, booking.quote.tariffVersion)
    const decided = decideCancellation(booking.date, booking, tariff, now)
    if (decided.ok) found.push([booking, decided.value.feeFen])
  }
  return found
}

export function feeOf(open: readonly (readonly [Booking, Fen])[]): Fen {
  return sumOf(open.map(([, fee]) => fee))
}
