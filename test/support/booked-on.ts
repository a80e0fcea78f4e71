import {
  bookingIdOf,
  type BookingId,
  type ChildId,
  type GroupId,
  type HouseholdId,
} from '../../miniprogram/domain/ids'
import type { DayBook, Reservation } from '../../miniprogram/domain/day'
import type { Placement } from '../../miniprogram/domain/decide-booking'
import { loadOf } from '../../miniprogram/domain/load'
import { priceOf } from '../../miniprogram/domain/price'
import { slotKeysOf, type Span } from '../../miniprogram/domain/span'
import type { Instant } from '../../miniprogram/domain/time'
import { aSpan } from './a-span'
import { aTariff } from './a-tariff'
import { withChildren } from './with-children'

export interface BookedFacts {
  /** The child's name in the test; its booking is `<name>-1`. */
  readonly who: string
  readonly span: string
  readonly months?: number
  readonly group?: string
  readonly state?: Reservation['state']
  /** When it was booked: a number that grows is enough. */
  readonly at?: number
}

/** The day with these bookings on it, each taking its place, booked one after the other unless said. */
export function bookedOn(day: DayBook, bookings: readonly BookedFacts[]): DayBook {
  return bookings.reduce((before, { who, span, months = 30, group = 'big', state, at }, index) => {
    const childId = `${who}-1` as ChildId
    const placed = [{ childId, groupId: group as GroupId, load: loadOf(months) }]
    const after = taken(before, { attempt: who, placed, span: aSpan(span), at: at ?? index + 1 })
    const id = bookingIdOf(who, childId)
    const found = after.reservations[id] as Reservation
    return {
      ...after,
      reservations: { ...after.reservations, [id]: { ...found, ...(state ? { state } : {}) } },
    }
  }, day)
}

/** The day after these placements were accepted together, as the store's one update writes it. */
export function taken(day: DayBook, { attempt, placed, span, at }: Taken): DayBook {
  const quote = priceOf({ span, tariff: aTariff(), resident: false, sibling: false })
  const kids = { ...day.kids }
  const reservations = { ...day.reservations }
  for (const { childId, groupId, load } of placed) {
    const id = bookingIdOf(attempt, childId)
    const householdId = attempt as HouseholdId
    const shared = { childId, householdId, groupId, span, load, quote, rev: 1 }
    reservations[id] = { state: 'booked', ...shared, bookedAt: at as Instant }
    const slots = Object.fromEntries(slotKeysOf(span).map((key) => [key, id]))
    kids[childId] = { ...kids[childId], ...slots }
  }
  return { ...withChildren(day, placed, span), kids, reservations }
}

interface Taken {
  readonly attempt: string
  readonly placed: readonly Placement[]
  readonly span: Span
  readonly at: number
}

/** The day after a booking was cancelled: its places are free again. */
export function freed(day: DayBook, id: BookingId): DayBook {
  const found = day.reservations[id]
  if (!found) throw new Error(`no booking ${id}`)
  const { childId, groupId, load, span } = found
  const keys = new Set<string>(slotKeysOf(span))
  const slots = Object.entries(day.slots).map(([key, slot]) => {
    const group = slot.groups[groupId]
    if (!keys.has(key) || !group) return [key, slot] as const
    const emptier = { ...group, children: group.children - 1, load: group.load - load }
    const groups = { ...slot.groups, [groupId]: emptier }
    return [key, { ...slot, children: slot.children - 1, groups }] as const
  })
  const mine = Object.entries(day.kids[childId] ?? {}).filter(([key]) => !keys.has(key))
  return {
    ...day,
    slots: Object.fromEntries(slots),
    kids: { ...day.kids, [childId]: Object.fromEntries(mine) },
    reservations: { ...day.reservations, [id]: { ...found, state: 'cancelled' } },
  }
}
