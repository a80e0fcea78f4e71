import { ageInMonths } from '../../../miniprogram/domain/age'
import type { DoorRecords } from '../../../miniprogram/domain/attendance'
import type { Booking } from '../../../miniprogram/domain/booking'
import type { Household } from '../../../miniprogram/domain/household'
import type { RoomChild } from '../contract/show-room'
import type { CheckGlance } from '../store/checks'
import { doorStateOf } from './record-door'

/** What staff at the door need of one child, and no more. An erased family has no names left. */
export function roomChildOf(
  booking: Booking,
  door: DoorRecords | undefined,
  household: Household | undefined,
  check?: CheckGlance,
): RoomChild {
  const { date, childId, householdId, groupId, span, state, session } = booking
  const child = household?.children.find(({ id }) => id === childId)
  // A cancelled ticket may still be scanned and wants a name; nobody needs the rest. Who did not come is called.
  const comes = state !== 'cancelled'
  const health = comes ? household?.health?.[childId] : undefined
  return {
    ...doorStateOf(booking, door),
    childId,
    name: child?.name ?? '已注销',
    ageMonths: child ? ageInMonths(child.birthDate, date) : 0,
    allergies: (comes && child?.allergies) || '',
    groupId,
    span,
    ...(session?.accompanied ? { accompanied: true as const } : {}),
    guardians: (comes && household ? household.guardians : []).map(({ name, phone }) => ({
      name,
      phone,
    })),
    papersSeen: household?.papers !== undefined,
    householdId,
    ...(comes && household && (household.owedFen ?? 0) > 0 ? { owedFen: household.owedFen } : {}),
    ...(health ? { health } : {}),
    ...(check ? { check: check.outcome, ...exposureOf(check) } : {}),
  }
}

function exposureOf({ outcome, noticedAt }: CheckGlance): Pick<RoomChild, 'exposure'> {
  if (outcome === 'stays') return {}
  return { exposure: noticedAt === undefined ? 'due' : 'sent' }
}

/** The same for who keeps the house and not the children: nothing of a health file. */
export function withoutHealth(child: RoomChild): RoomChild {
  const { health: _health, check: _check, exposure: _exposure, ...rest } = child
  return { ...rest, allergies: '' }
}
