import type { DatedBooking } from '../../../miniprogram/domain/decide-hours'
import type { NamedBooking } from '../../../miniprogram/domain/refusal'
import type { Store } from '../store/open-store'

/** Bookings as staff call them: whose, on which day, at what time. An erased family has no name left. */
export async function namedBookings(
  store: Store,
  bookings: readonly DatedBooking[],
): Promise<NamedBooking[]> {
  const ids = new Set(bookings.map(({ reservation }) => reservation.householdId))
  const households = await store.households.many([...ids])
  return bookings.map(({ date, reservation: { householdId, childId, span } }) => {
    const household = households.find(({ id }) => id === householdId)
    const child = household?.children.find(({ id }) => id === childId)
    return { name: child?.name ?? '已注销', date, span }
  })
}
