import { ageInMonths } from '../../../miniprogram/domain/age'
import type { Booking } from '../../../miniprogram/domain/booking'
import type { Household } from '../../../miniprogram/domain/household'
import type { RoomChild } from '../contract/show-room'

/** What staff at the door need of one child, and no more. An erased family has no names left. */
export function roomChildOf(booking: Booking, household: Household | undefined): RoomChild {
  const { id: bookingId, date, childId, householdId, groupId, span, state, inAt, outAt } = booking
  const child = household?.children.find(({ id }) => id === childId)
  // A cancelled ticket may still be scanned and wants a name; nobody needs the rest. Who did not come is called.
  const comes = state !== 'cancelled'
  return {
    bookingId,
    childId,
    name: child?.name ?? '已注销',
    ageMonths: child ? ageInMonths(child.birthDate, date) : 0,
    allergies: (comes && child?.allergies) || '',
    groupId,
    span,
    state,
    ...(inAt === undefined ? {} : { inAt }),
    ...(outAt === undefined ? {} : { outAt }),
    guardians: (comes && household ? household.guardians : []).map(({ name, phone }) => ({
      name,
      phone,
    })),
    papersSeen: household?.papers !== undefined,
    householdId,
  }
}
