import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { closedOut } from './closed-out'
import { namedBookings } from './named-bookings'

/** Before closing: whose bookings it would cancel. */
export const planClosure: UseCase<'planClosure', 'staff'> = {
  name: 'planClosure',
  access: { for: 'staff', roles: ['operator', 'community'] },
  async run(context, input) {
    const bookings = await closedOut(context, input)
    return accept({ bookings: await namedBookings(context.store, bookings) })
  },
}
