import { cancelledByPoint } from '../../../miniprogram/domain/decide-cancellation'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import { withdrawnMessage } from '../../../miniprogram/domain/cancelled-message'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { replaceReservation } from './replace-reservation'
import { tellFamily } from './tell-family'

export interface Place {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly id: BookingId
}

/** The point takes a booking back: nothing to pay, and the family hears why. False when somebody changed it meanwhile. */
export async function withdraw(
  context: Context,
  place: Place,
  before: Reservation,
  why: string,
): Promise<boolean> {
  const after = cancelledByPoint(before, why, context.now)
  if (!(await replaceReservation(context, place, before, after))) return false
  await tellWithdrawn(context, place, after)
  return true
}

/** Told once, however often it is asked for. */
export async function tellWithdrawn(
  context: Context,
  { siteId, date, id }: Place,
  { householdId, childId, span, session, cancelWhy }: Reservation,
): Promise<void> {
  const [household, site] = await Promise.all([
    context.store.households.get(householdId),
    context.store.sites.get(siteId),
  ])
  if (!household || !site) return
  const child = household.children.find((each) => each.id === childId)
  const care = {
    childNames: [child?.name ?? ''],
    date,
    span,
    bookingId: id,
    ...(session ? { session } : {}),
  }
  const message = withdrawnMessage(care, cancelWhy ?? '')
  await tellFamily(context, site, household, { key: `withdrawn_${id}`, message })
}
