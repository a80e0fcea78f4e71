import type { DoorRecords } from './attendance'
import { holidayOn, weekdayOn, type CalendarDay } from './calendar'
import type { Duties } from './duty'
import type { BookingId, ChildId, GroupId, HouseholdId, SessionId, SiteId, WaitId } from './ids'
import type { Quote } from './price'
import { noticeVersionsOf, type NoticeVersions } from './consent'
import { openingsOf, type Releasing } from './release'
import { seatsOf, type BookedSession, type Seats } from './seats'
import type { Session } from './session'
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
import { minutesOf, timeAt, type Instant, type LocalDate } from './time'
import type { Wait } from './wait'

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
  /** The notices that a family must have agreed to. */
  readonly notices?: NoticeVersions
  /** Why the whole day is closed; absent on a day with opening hours. */
  readonly closed?: string
  /** Opening hours; absent when closed. */
  readonly hours?: Span
  /** Walk them by `slotTimesOf(hours)`: a map holds `1000` before `0900`, which is no array index. */
  readonly slots: Readonly<Record<SlotKey, Slot>>
  /** Stories and classes of the day. */
  readonly sessions?: Readonly<Record<SessionId, Seats>>
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
  /** Until when each reservation that is only held stands: seen without reading them all. */
  readonly holds?: Readonly<Record<BookingId, Instant>>
  /** Families that wait for a place, by `waitKeyOf`: one asking a family and day, or session. */
  readonly waits?: Readonly<Record<string, Wait>>
  /** Carers in the room by their own scan; absent before the first. */
  readonly onDuty?: Duties
  /** When a reservation last changed; the reconciler reads days touched since its last run. */
  readonly touchedAt: Instant
}

/** `held`, `booked`, `inside` and `gone` take their places; `cancelled` and `missed` have given them back. */
export type ReservationState = 'held' | 'booked' | 'inside' | 'gone' | 'cancelled' | 'missed'

/** The day's reservations with their ids. */
export function reservationsOf({
  reservations,
}: Pick<DayBook, 'reservations'>): [BookingId, Reservation][] {
  return Object.entries(reservations) as [BookingId, Reservation][]
}

/** A child's place, without names: enough to rebuild the readable copy after a crash. */
export interface Reservation {
  readonly state: ReservationState
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly groupId: GroupId
  readonly span: Span
  /** What it takes of the carers; 0 where an adult stays with the child. */
  readonly load: number
  /** A story or class; absent for care by the hour. */
  readonly session?: BookedSession
  readonly quote: Quote
  /** It counts in the household's weekly share, which a cancellation gives back. */
  readonly inShare?: true
  /** Grows with every change; a copy is only ever replaced by a higher one. */
  readonly rev: number
  readonly bookedAt: Instant
  /** All that happened at the door; state, `inAt` and `outAt` follow from it. */
  readonly door?: DoorRecords
  readonly inAt?: Instant
  readonly outAt?: Instant
  readonly cancelledAt?: Instant
  /** Set where the point cancelled, not the family. */
  readonly cancelledBy?: 'point'
  /** Why the point cancelled, in words for the family. */
  readonly cancelWhy?: string
  /** What a late cancellation costs, or not coming, in 分. */
  readonly cancelFen?: number
  /** A hold stands until then and keeps nobody out afterwards. */
  readonly until?: Instant
  /** The asking that a hold answers. */
  readonly offer?: WaitId
  /** When the morning check found the child unfit to stay; such a day costs nothing. */
  readonly sentHomeAt?: Instant
  /** Half hours beyond the span that an uncollected child takes. */
  readonly kept?: readonly SlotKey[]
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
  /** Sessions of the date; none unless said. */
  readonly sessions?: readonly Session[]
  /** Holidays and swapped working days; what is not listed is an ordinary day. */
  readonly calendar?: readonly CalendarDay[]
}

/** The empty day that a plan makes, whole: every half hour and group with its zeros. */
export function planDay(plan: DayPlan): DayBook {
  const { site, date, shifts, closures, tariffVersion, sessions = [], calendar = [] } = plan
  const hours = site.hours[weekdayOn(calendar, date)]
  const today = closures.filter((closure) => closure.date === date)
  const closed = today.find((closure) => !closure.span)?.why ?? closedByItself(plan)
  const open = hours && closed === undefined
  const times = open ? slotTimesOf(hours) : []
  const closedIn = (span: Span): string | undefined =>
    today.find((closure) => closure.span && overlaps(closure.span, span))?.why
  /** What is closed takes no sessions either. */
  const seatsOn = (seats: Record<SessionId, Seats>): Record<SessionId, Seats> =>
    Object.fromEntries(
      Object.entries(seats).map(([id, each]) => {
        const within = open && covers(hours, each.span) ? closedIn(each.span) : (closed ?? 'hours')
        const off = each.off ?? within
        return [id, off === undefined ? each : { ...each, off }]
      }),
    )
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
    notices: noticeVersionsOf(site),
    ...(closed === undefined ? {} : { closed }),
    ...(open ? { hours } : {}),
    slots: Object.fromEntries(
      times.map((from) => {
        const span = { from, to: timeAt(minutesOf(from) + SLOT_MINUTES) }
        const why = closedIn(span)
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
    ...(sessions.length > 0 ? { sessions: seatsOn(seatsOf(sessions, site.rooms ?? [])) } : {}),
    kids: {},
    reservations: {},
    touchedAt: 0 as Instant,
  }
}

/** A day that nobody closed: a holiday, or a weekday without opening hours. */
function closedByItself({ site, date, calendar = [] }: DayPlan): string | undefined {
  const holiday = holidayOn(calendar, date)
  if (holiday !== undefined) return `${holiday}放假`
  return site.hours[weekdayOn(calendar, date)] ? undefined : 'weekly'
}
