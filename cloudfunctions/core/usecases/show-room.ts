import { bookingOf } from '../../../miniprogram/domain/booking'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import { publicKeyOf } from '../../../miniprogram/domain/ticket'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { roomChildOf } from './room-child'

/** The room today: one day, its families, and the public keys that check tickets without network. */
export const showRoom: UseCase<'showRoom', 'staff'> = {
  name: 'showRoom',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run({ store, now, ticketKeys }, { siteId }) {
    const date = dateOf(now)
    const day = await store.days.read(siteId, date)
    // What is only held is nobody's booking yet.
    const reservations = Object.entries(day?.reservations ?? {}).filter(
      ([, { state }]) => state !== 'held',
    )
    const ids = new Set(reservations.map(([, { householdId }]) => householdId))
    const households = new Map(
      (await store.households.many([...ids])).map((household) => [household.id, household]),
    )
    const children = reservations
      .map(([id, reservation]) =>
        roomChildOf(
          bookingOf(siteId, date, id as BookingId, reservation),
          households.get(reservation.householdId),
        ),
      )
      .sort((a, b) => a.span.from.localeCompare(b.span.from) || a.name.localeCompare(b.name))
    return accept({
      now,
      ...(day ? { day } : {}),
      children,
      ticketKeys: Object.fromEntries(ticketKeys.map((key) => [key.keyId, publicKeyOf(key)])),
    })
  },
}
