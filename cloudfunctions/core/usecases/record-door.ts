import { attendanceOf, type DoorRecords } from '../../../miniprogram/domain/attendance'
import { bookingOf, type Booking } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import { refuseLost, withRecords } from '../../../miniprogram/domain/door'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import { accept, type Result } from '../../../miniprogram/domain/result'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { DoorStateView } from '../contract/door-state'
import type { Context } from '../kernel/context'
import { returnCancelled } from './claim-share'
import { followBill } from './follow-bill'

/** How often a lost race is decided anew before the caller is asked to try again. */
const TRIES = 5

export interface AtDoor {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly bookingId: BookingId
}

/** The booking as it then is, and all that was ever recorded of it. */
export interface Recorded {
  readonly booking: Booking
  readonly door: DoorRecords
}

/**
 * Writes down what happened at the door: reads, decides, and changes the day only if nobody changed this reservation
 * meanwhile; else it decides anew. Records that are there already are answered and not written again.
 */
export async function recordDoor(
  context: Context,
  { siteId, date, bookingId }: AtDoor,
  decide: (before: Reservation | undefined) => Result<DoorRecords> | Promise<Result<DoorRecords>>,
): Promise<Result<Recorded>> {
  const { store, now } = context
  let lost: Reservation | undefined
  for (let tries = 0; tries < TRIES; tries++) {
    const day = await store.days.readFor(siteId, date, [], [bookingId])
    const before = day?.reservations[bookingId]
    const decided = await decide(before)
    if (!decided.ok) return decided
    if (!day || !before) throw new FaultError({ code: 'not_found' })
    const after = withRecords(before, decided.value)
    const booking = bookingOf(siteId, date, bookingId, after)
    const recorded = { booking, door: after.door ?? {} }
    if (after === before) return accept(recorded)
    const change = { moves: [{ id: bookingId, before, after }], waits: [] }
    if (!(await store.days.change(day, change, now))) {
      lost = before
      continue
    }
    await store.bookings.save(booking)
    await settle(context, { siteId, date, bookingId }, before, after)
    return accept(recorded)
  }
  // It had come in time, and its place is another child's by now: people must look.
  const givenUp = lost?.state === 'missed' && refuseLost(lost)
  if (givenUp) return givenUp
  throw new FaultError({ code: 'busy' })
}

/**
 * What follows where the door is put right: no absence for who came, and a bill that was made follows at once. A first bill
 * keeps no queue waiting: the next who looks makes it, the family, the desk or the timer.
 */
async function settle(
  context: Context,
  { siteId, date, bookingId: id }: AtDoor,
  before: Reservation,
  after: Reservation,
): Promise<void> {
  const { store, now } = context
  if (after.state === 'missed') return
  if (before.state === 'missed')
    await store.households.liftAbsence(after.householdId, date, { lifted: true, by: '', at: now })
  if (before.state !== 'missed' && before.state !== 'gone') return
  await returnCancelled(context, date, id, after)
  await followBill(context, { siteId, date, id }, after, await store.bills.get(id))
}

export function doorStateOf(
  { id: bookingId, state, inAt, outAt }: Booking,
  door: DoorRecords | undefined,
): DoorStateView {
  const { last } = attendanceOf(door ?? {})
  return {
    bookingId,
    state,
    ...(inAt === undefined ? {} : { inAt }),
    ...(outAt === undefined ? {} : { outAt }),
    ...(last === undefined ? {} : { lastAct: last }),
  }
}
