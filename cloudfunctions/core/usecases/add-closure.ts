import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { closeTime } from './close-time'

/** Closes a day or part of it; whose bookings that cancels was seen before. */
export const addClosure: UseCase<'addClosure', 'staff'> = {
  name: 'addClosure',
  access: { for: 'staff', roles: ['operator', 'community'] },
  async run(context, { siteId, seenBookings, ...closure }) {
    if (closure.date < dateOf(context.now))
      throw new FaultError({ code: 'invalid_input', fields: [{ path: 'date', why: 'wrong' }] })
    const closed = await closeTime(context, siteId, closure, seenBookings)
    return closed.ok ? accept({ cancelled: closed.value }) : closed
  },
}
