import type { UseCase } from '../kernel/use-case'
import { accept } from '../../../miniprogram/domain/result'
import { slotKeyOf } from '../../../miniprogram/domain/span'
import { excessOfSite } from './excess-of-site'

/** The bookings that no longer fit, with whom to ring. Reading the list changes nothing. */
export const listExcess: UseCase<'listExcess', 'staff'> = {
  name: 'listExcess',
  access: { for: 'staff', roles: ['operator', 'lead'] },
  async run(context, { siteId }) {
    const days = await excessOfSite(context, siteId)
    const all = days.flatMap(({ day, excess }) => excess.map((each) => ({ day, ...each })))
    const ids = new Set(all.map(({ reservation }) => reservation.householdId))
    const households = await context.store.households.many([...ids])
    const bookings = all.map(({ day, id, at, limit, reservation }) => {
      const { householdId, childId, groupId, span, bookedAt } = reservation
      const household = households.find((each) => each.id === householdId)
      const child = household?.children.find((each) => each.id === childId)
      return {
        bookingId: id,
        date: day.date,
        span,
        name: child?.name ?? '已注销',
        groupName: day.groups.find((group) => group.id === groupId)?.name ?? '',
        bookedAt,
        at,
        limit,
        carers: day.slots[slotKeyOf(at)]?.groups[groupId]?.carers ?? 0,
        guardians: (household?.guardians ?? []).map(({ name, phone }) => ({ name, phone })),
      }
    })
    return accept({ now: context.now, bookings })
  },
}
