import type { Reservation } from '../../../miniprogram/domain/day'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId, ChildId, SiteId } from '../../../miniprogram/domain/ids'
import { excludedMessage } from '../../../miniprogram/domain/message'
import { sentHomeOf } from '../../../miniprogram/domain/send-home'
import {
  dateOf,
  instantOf,
  localTime,
  timeOf,
  type LocalDate,
} from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { replaceReservation } from './replace-reservation'
import { tellFamily } from './tell-family'

interface Sent {
  readonly siteId: SiteId
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly household: Household
  readonly reservation: Reservation
  readonly returnOn: LocalDate
}

/**
 * The child stays at home until a day. First the date, so that no booking is made any more; then today's place is
 * freed, then those until that day. Each step finds what a crash left, and doing it twice changes nothing.
 * @returns how many later bookings were cancelled now.
 */
export async function sendHome(context: Context, sent: Sent): Promise<number> {
  const { store } = context
  const { household, childId, returnOn } = sent
  const before = household.health?.[childId]
  if ((before?.excludedUntil ?? '') < returnOn) {
    const change = { before, after: { ...before, excludedUntil: returnOn } }
    if (!(await store.households.changeHealth(household.id, childId, change)))
      throw new FaultError({ code: 'busy' })
  }
  await freeToday(context, sent)
  const cancelled = await cancelComing(context, sent)
  await tellExcluded(context, sent, cancelled)
  return cancelled
}

async function freeToday(context: Context, { siteId, bookingId, reservation }: Sent) {
  const waits = reservation.state === 'booked' || reservation.state === 'inside'
  if (!waits || reservation.sentHomeAt !== undefined) return
  const where = { siteId, date: dateOf(context.now), id: bookingId }
  const after = sentHomeOf(reservation, context.now)
  if (!(await replaceReservation(context, where, reservation, after)))
    throw new FaultError({ code: 'busy' })
}

async function cancelComing(context: Context, sent: Sent): Promise<number> {
  const { bookingId, childId, household, returnOn } = sent
  const { store, now } = context
  const until = instantOf(returnOn, localTime('00:00'))
  const bookings = await store.bookings.between(household.id, now, until)
  let cancelled = 0
  for (const { id, siteId, date, childId: whose, state } of bookings) {
    if (whose !== childId || state !== 'booked' || id === bookingId) continue
    const day = await store.days.readFor(siteId, date, [], [id])
    const before = day?.reservations[id]
    if (before?.state !== 'booked') continue
    const after = sentHomeOf(before, now)
    if (!(await replaceReservation(context, { siteId, date, id }, before, after)))
      throw new FaultError({ code: 'busy' })
    cancelled++
  }
  return cancelled
}

async function tellExcluded(context: Context, sent: Sent, cancelled: number): Promise<void> {
  const { store, now } = context
  const { household, childId, returnOn, bookingId, siteId } = sent
  const site = await store.sites.get(siteId)
  const child = household.children.find(({ id }) => id === childId)
  const told = { childName: child?.name ?? '', until: returnOn, cancelled }
  const message = excludedMessage(told, dateOf(now), timeOf(now))
  const key = `excluded_${bookingId}_${returnOn}`
  if (site) await tellFamily(context, site, household, { key, message })
}
