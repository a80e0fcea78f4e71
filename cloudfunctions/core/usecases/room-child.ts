import { ageInMonths } from '../../../miniprogram/domain/age'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { RoomChild } from '../contract/show-room'

/** What staff at the door need of one child, and no more. An erased family has no names left. */
export function roomChildOf(
  bookingId: BookingId,
  date: LocalDate,
  reservation: Reservation,
  household: Household | undefined,
): RoomChild {
  const { childId, householdId, groupId, span, state, inAt, outAt } = reservation
  const child = household?.children.find(({ id }) => id === childId)
  // A cancelled ticket may still be scanned and wants a name; nobody needs the rest.
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
