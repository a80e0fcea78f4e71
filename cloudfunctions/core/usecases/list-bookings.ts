import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

export const listBookings: UseCase<'listBookings', 'family'> = {
  name: 'listBookings',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run({ store, now }, { householdId }) {
    return accept({ now, bookings: await store.bookings.ofHousehold(householdId, 100) })
  },
}
