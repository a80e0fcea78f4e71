import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

export const listBookings: UseCase<'listBookings', 'family'> = {
  name: 'listBookings',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run({ store, now }, { householdId }) {
    const [bookings, series] = await Promise.all([
      store.bookings.ofHousehold(householdId, 100),
      store.series.ofHousehold(householdId, 20),
    ])
    return accept({ now, bookings, series: series.filter(({ state }) => state !== 'refused') })
  },
}
