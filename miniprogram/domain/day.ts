import type { BookingId, ChildId, GroupId, HouseholdId, SiteId } from './ids'
import type { Quote } from './price'
import { openingsOf, type Releasing } from './release'
import type { Closure, Group, Shift, Site } from './site'
import {
  SLOT_MINUTES,
  covers,
  overlaps,
  slotKeyOf,
  slotTimesOf,
  type SlotKey,
  type Span,
} from './span'
import { minutesOf, timeAt, weekdayOf, type Instant, type LocalDate } from './time'

/**
 * A day at a site as everybody may see it: the plan and how full it is, nobody's name.
 * It is created whole when the day is planned; booking only changes numbers in it.
 */
export interface Day extends Releasing {
  readonly siteId: SiteId
  readonly date: LocalDate
  /** Grows with every change of hours, closures or carers: a booking decided on an old plan must decide again. */
  readonly planVersion: number
  readonly tariffVersion: string
  readonly places: number
  readonly groups: readonly Group[]
  /** A household's share of the week, in minutes of care; absent without limit. */
  readonly weekMinutes?: number
  /** The longest span, in minutes; absent without limit. */
  readonly longestMinutes?: number
  /** Why the whole day is closed; absent on a day with opening hours. */
  readonly closed?: string
  /** Opening hours; absent when closed. */
  readonly hours?: Span
  /** Walk them by `slotTimesOf(hours)`: a map holds `1000` before `0900`, which is no array index. */
  readonly slots: Readonly<Record<SlotKey, Slot>>
}

/** One half hour. */
export interface Slot {
  /** Children in the room, all groups together. */
  readonly children: number
  readonly groups: Readonly<Record<GroupId, GroupSlot>>
  /** Why this half hour is closed within the opening hours. */
  readonly closed?: string
}

export interface GroupSlot {
  readonly carers: number
  readonly children: number
  /** Sum of the children's occupancy coefficients, at most carers × 35. */
  readonly load: number
}

/** The day's document: the truth about every place. `bookings` are readable copies of `reservations`. */
export interface DayBook extends Day {
  /** Where each child has a place already: by child, then half hour. */
  readonly kids: Readonly<Record<ChildId, Readonly<Record<SlotKey, BookingId>>>>
  readonly reservations: Readonly<Record<BookingId, Reservation>>
  /** When a reservation last changed; the reconciler reads days touched since its last run. */
  readonly touchedAt: Instant
}

export type ReservationState = 'booked' | 'inside' | 'gone' | 'cancelled'

/** A child's place, without names: enough to rebuild the readable copy after a crash. */
export interface Reservation {
  readonly state: ReservationState
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly groupId: GroupId
  readonly span: Span
  readonly load: number
  readonly quote: Quote
  /** It counts in the household's weekly share, which a cancellation gives back. */
  readonly inShare?: true
  /** Grows with every change; a copy is only ever replaced by a higher one. */
  readonly rev: number
  readonly bookedAt: Instant
  readonly inAt?: Instant
  readonly outAt?: Instant
  readonly cancelledAt?: Instant
  /** What a late cancellation costs, in 分. */
  readonly cancelFen?: number
}

/** Whether the child's half hours are still its own, also when it did not come. */
export function holdsPlace(state: ReservationState | undefined): boolean {
  return state !== undefined && state !== 'cancelled'
}

export interface DayPlan {
  readonly site: Site
  readonly date: LocalDate
  readonly shifts: readonly Shift[]
  readonly closures: readonly Closure[]
  readonly tariffVersion: string
}

/** The empty day that a plan makes, whole: every half hour and group with its zeros. */
export function planDay({ site, date, shifts, closures, tariffVersion }: DayPlan): DayBook {
  const hours = site.hours[weekdayOf(date)]
  const today = closures.filter((closure) => closure.date === date)
  const closed = hours ? today.find((closure) => !closure.span)?.why : 'weekly'
  const open = hours && closed === undefined
  const times = open ? slotTimesOf(hours) : []
  return {
    siteId: site.id,
    date,
    planVersion: 1,
    tariffVersion,
    places: site.places,
    groups: site.groups,
    ...(site.release && open ? { release: openingsOf(site.release, date, hours) } : {}),
    ...(site.weekMinutes === undefined ? {} : { weekMinutes: site.weekMinutes }),
    ...(site.longestMinutes === undefined ? {} : { longestMinutes: site.longestMinutes }),
    ...(closed === undefined ? {} : { closed }),
    ...(open ? { hours } : {}),
    slots: Object.fromEntries(
      times.map((from) => {
        const span = { from, to: timeAt(minutesOf(from) + SLOT_MINUTES) }
        const why = today.find((closure) => closure.span && overlaps(closure.span, span))?.why
        // By carer, so that nobody counts twice, in one group or in two.
        const onDuty = new Map(
          shifts
            .filter((shift) => covers(shift.span, span))
            .map((shift) => [shift.carer, shift.groupId]),
        )
        const carers = (group: Group): number =>
          [...onDuty.values()].filter((groupId) => groupId === group.id).length
        const slot: Slot = {
          children: 0,
          groups: Object.fromEntries(
            site.groups.map((group) => [group.id, { carers: carers(group), children: 0, load: 0 }]),
          ),
          ...(why === undefined ? {} : { closed: why }),
        }
        return [slotKeyOf(from), slot]
      }),
    ),
    kids: {},
    reservations: {},
    touchedAt: 0 as Instant,
  }
}
