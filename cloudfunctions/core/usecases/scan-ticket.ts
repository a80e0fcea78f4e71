import { bookingOf } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import { decideDoor, type DoorAct } from '../../../miniprogram/domain/door'
import { FaultError } from '../../../miniprogram/domain/fault'
import { refuseHealth } from '../../../miniprogram/domain/health'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import { publicKeyOf, verifyTicket, type Ticket } from '../../../miniprogram/domain/ticket'
import type { RoomChild } from '../contract/show-room'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { makeBill } from './make-bill'
import { roomChildOf } from './room-child'

/** How often a lost race is decided anew before the carer is asked to scan again. */
const TRIES = 3

/** The door: a conditional update on the reservation's state, so two phones cannot both do it. */
export const scanTicket: UseCase<'scanTicket', 'staff'> = {
  name: 'scanTicket',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, ticket: text, act }) {
    const { ticketKeys } = context
    const keys = Object.fromEntries(ticketKeys.map((key) => [key.keyId, publicKeyOf(key)]))
    const verified = verifyTicket(text, keys)
    if (!verified.ok) return verified
    const ticket = verified.value
    for (let tries = 0; tries < TRIES; tries++) {
      const passed = await pass(context, siteId, ticket, act)
      if (passed !== 'lost') return passed
    }
    throw new FaultError({ code: 'busy' })
  },
}

/** Reads, decides, opens. Lost: the day changed in between, by another phone or by a timer at work. */
async function pass(
  context: Context,
  siteId: SiteId,
  ticket: Ticket,
  act: DoorAct,
): Promise<Result<{ child: RoomChild }> | 'lost'> {
  const { store, now } = context
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
  if (!(await store.days.change(day, change, now))) return 'lost'
  const passed = bookingOf(siteId, date, bookingId, after)
  await store.bookings.save(passed)
  if (act === 'out') await makeBill(context, { siteId, date, id: bookingId }, after)
  return accept({ child: roomChildOf(passed, household) })
}
