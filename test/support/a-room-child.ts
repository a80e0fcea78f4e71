import type { BookingId, ChildId, GroupId, HouseholdId } from '../../miniprogram/domain/ids'
import type { RoomChild } from '../../miniprogram/view/room-now'
import { aSpan } from './a-span'

/** A child of 30 months of the older group, booked 9:00–11:00, papers seen. */
export function aRoomChild(
  facts: Partial<Omit<RoomChild, 'span' | 'groupId'>> & { span?: string; group?: string } = {},
): RoomChild {
  const { span = '9:00-11:00', group = 'big', name = '小雨', ...more } = facts
  return {
    bookingId: `booking-${Array.from(name, (c) => c.charCodeAt(0)).join('-')}` as BookingId,
    childId: 'family-1' as ChildId,
    householdId: 'family' as HouseholdId,
    name,
    ageMonths: 30,
    allergies: '',
    groupId: group as GroupId,
    span: aSpan(span),
    state: 'booked',
    guardians: [{ name: '小雨妈妈', phone: '13800138000' }],
    papersSeen: true,
    ...more,
  }
}
