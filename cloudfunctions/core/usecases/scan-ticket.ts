import { bookingOf } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import { decideDoor } from '../../../miniprogram/domain/door'
import { FaultError } from '../../../miniprogram/domain/fault'
import { refuseHealth } from '../../../miniprogram/domain/health'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { publicKeyOf, verifyTicket } from '../../../miniprogram/domain/ticket'
import type { UseCase } from '../kernel/use-case'
import { roomChildOf } from './room-child'

/** The door: a conditional update on the reservation's state, so two phones cannot both do it. */
export const scanTicket: UseCase<'scanTicket', 'staff'> = {
  name: 'scanTicket',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run({ store, now, ticketKeys }, { siteId, ticket: text, act }) {
    const keys = Object.fromEntries(ticketKeys.map((key) => [key.keyId, publicKeyOf(key)]))
    const verified = verifyTicket(text, keys)
    if (!verified.ok) return verified
    const ticket = verified.value
    const { date, bookingId } = ticket
    const day = await store.days.readFor(ticket.siteId, date, [], [bookingId])
    const before = day?.reservations[bookingId]
    const decided = decideDoor({ ticket, act, siteId, reservation: before, now })
    if (!decided.ok) return decided
    if (!day || !before) throw new FaultError({ code: 'not_found' })
    const household = await store.households.get(before.householdId)
    const unfit = act === 'in' && refuseHealth(household?.health?.[before.childId], date)
    if (unfit) return refuse(unfit)

    const after: Reservation =
      act === 'in'
        ? { ...before, state: 'inside', rev: before.rev + 1, inAt: now }
        : { ...before, state: 'gone', rev: before.rev + 1, outAt: now }
    const change = { moves: [{ id: bookingId, before, after }], waits: [] }
    if (!(await store.days.change(day, change, now))) throw new FaultError({ code: 'busy' })
    const passed = bookingOf(siteId, date, bookingId, after)
    await store.bookings.save(passed)
    return accept({ child: roomChildOf(passed, household) })
  },
}
