import { ageInMonths } from './age'
import type { Placeable } from './child'
import type { Day } from './day'
import type { ChildId, GroupId } from './ids'
import { loadOf } from './load'
import { placesOf, type Limit } from './places'
import { opened, openingsAhead, urgentAt, type Opening } from './release'
import { accept, refuse, type Refused, type Result } from './result'
import {
  SHORTEST_MINUTES,
  SLOT_MINUTES,
  covers,
  isOnGrid,
  slotKeyOf,
  slotTimesOf,
  spanMinutes,
  type SlotKey,
  type Span,
} from './span'
import {
  addMonths,
  instantOf,
  minutesOf,
  timeAt,
  type Instant,
  type LocalDate,
  type LocalTime,
} from './time'

/** Where a child will be: its group and what it takes of the carers' load. */
export interface Placement {
  readonly childId: ChildId
  readonly groupId: GroupId
  readonly load: number
}

export interface BookingAsk {
  readonly day: Day
  /** Siblings are one ask: all of them, or none. */
  readonly children: readonly Placeable[]
  readonly span: Span
  readonly now: Instant
  /** Whether the child has a place in that half hour already. */
  readonly hasPlace: (slot: SlotKey, childId: ChildId) => boolean
  /** Minutes left of the household's weekly share; absent where it does not count. */
  readonly shareLeft?: number
}

/** How many spans a full one suggests instead. */
const NEAREST = 3

/** The one decision about places: made on the phone to predict, and by the function to be true. */
export function decideBooking(ask: BookingAsk): Result<readonly Placement[]> {
  const refused = refuseSpan(ask)
  if (refused) return refused
  const placed = placeChildren(ask)
  if (!placed.ok) return placed
  const named = new Set(ask.children.map((child) => child.id))
  for (const time of slotTimesOf(ask.span)) {
    const twice =
      named.size < ask.children.length ||
      ask.children.some((child) => ask.hasPlace(slotKeyOf(time), child.id))
    if (twice) return refuse({ code: 'child_already_booked', at: time })
  }
  return refuseShare(ask) ?? refuseFull(ask, placed.value) ?? placed
}

function refuseSpan({ day, span, now }: BookingAsk): Refused | undefined {
  if (!isOnGrid(span)) return refuse({ code: 'span_off_grid' })
  if (spanMinutes(span) < SHORTEST_MINUTES)
    return refuse({ code: 'span_too_short', minimumMinutes: SHORTEST_MINUTES })
  const { longestMinutes } = day
  if (longestMinutes !== undefined && spanMinutes(span) > longestMinutes)
    return refuse({ code: 'span_too_long', maximumMinutes: longestMinutes })
  if (instantOf(day.date, span.from) <= now) return refuse({ code: 'span_past' })
  return refuseClosed(day, span)
}

/** The point is not open then, all of the day or some of the span. */
export function refuseClosed(
  day: Pick<Day, 'date' | 'closed' | 'hours' | 'slots'>,
  span: Span,
): Refused | undefined {
  if (!day.hours) return refuse({ code: 'day_closed', date: day.date, why: day.closed ?? '' })
  if (!covers(day.hours, span)) return refuse({ code: 'outside_hours', hours: day.hours })
  for (const at of slotTimesOf(span)) {
    const why = day.slots[slotKeyOf(at)]?.closed
    if (why !== undefined) return refuse({ code: 'half_hour_closed', at, why })
  }
  return undefined
}

/** A place is a place: siblings take of the share as many times as they are. */
function refuseShare({ day, children, span, shareLeft }: BookingAsk): Refused | undefined {
  if (shareLeft === undefined || spanMinutes(span) * children.length <= shareLeft) return undefined
  const urgent = urgentAt(day)
  return refuse({
    code: 'share_used',
    leftMinutes: shareLeft,
    ...(urgent === undefined ? {} : { urgentAt: urgent }),
  })
}

/** Full for good, or only until more of the day is released. */
function refuseFull(ask: BookingAsk, placements: readonly Placement[]): Refused | undefined {
  const { day, span, now } = ask
  const full = firstFull(day, placements, span, now)
  if (!full) return undefined
  const next = openingFor(day, placements, span, now)
  if (next?.draw)
    return refuse({ code: 'draw_pending', from: next.draw.from, closesAt: next.opensAt })
  if (next) {
    const { opensAt } = next
    const urgent = opensAt === urgentAt(day) || undefined
    return refuse({ code: 'not_released', opensAt, ...(urgent ? { urgent } : {}) })
  }
  const nearest = nearestSpans(ask, placements)
  return refuse({ code: 'session_full', at: full.at, limit: full.limit, nearest })
}

/** The first tranche still closed with which all of them would fit, as full as the day is now. */
export function openingFor(
  day: Day,
  placements: readonly Placement[],
  span: Span,
  now: Instant,
): Opening | undefined {
  return openingsAhead(day, now).find(
    ([index]) => !firstFull(opened(day, index), placements, span, now),
  )?.[1]
}

/** Groups are staffed separately; a child goes to the first whose ages hold its age on that day. */
export function placeChildren({
  day,
  children,
}: Pick<BookingAsk, 'day' | 'children'>): Result<readonly Placement[]> {
  const placements: Placement[] = []
  for (const { id, birthDate } of children) {
    const age = ageInMonths(birthDate, day.date)
    const group = day.groups.find((each) => each.fromMonths <= age && age < each.toMonths)
    if (!group) return refuseAge(day, birthDate, age)
    placements.push({ childId: id, groupId: group.id, load: loadOf(age) })
  }
  return accept(placements)
}

/** Too young for the next group that it will grow into, or too old for them all. */
function refuseAge({ groups }: Day, birthDate: LocalDate, age: number): Refused {
  const ahead = groups.map((each) => each.fromMonths).filter((months) => months > age)
  if (ahead.length === 0)
    return refuse({ code: 'child_too_old', toMonths: Math.max(...groups.map((g) => g.toMonths)) })
  const fromMonths = Math.min(...ahead)
  const fromDate = addMonths(birthDate, fromMonths)
  return refuse({ code: 'child_too_young', fromMonths, fromDate })
}

/** The first half hour of the span that cannot take all of them together, and what it lacks. */
export function firstFull(
  day: Day,
  placements: readonly Placement[],
  span: Span,
  now: Instant,
): { at: LocalTime; limit: Limit; groupId: GroupId } | undefined {
  for (const at of slotTimesOf(span)) {
    let slot = day.slots[slotKeyOf(at)]
    for (const { groupId, load } of placements) {
      if (!slot) return { at, limit: 'closed', groupId }
      const { free, limit } = placesOf(day, slot, groupId, load, now)
      if (free < 1) return { at, limit, groupId }
      const group = slot.groups[groupId]
      if (!group) return { at, limit: 'closed', groupId }
      const children = group.children + 1
      slot = {
        ...slot,
        children: slot.children + 1,
        groups: { ...slot.groups, [groupId]: { ...group, children, load: group.load + load } },
      }
    }
  }
  return undefined
}

/** Spans of the same length on the same day that would be accepted, those that start closest first. */
function nearestSpans(ask: BookingAsk, placements: readonly Placement[]): Span[] {
  const { day, span, children, now, hasPlace } = ask
  if (!day.hours) return []
  const length = spanMinutes(span)
  const fitting: Span[] = []
  const last = minutesOf(day.hours.to) - length
  for (let start = minutesOf(day.hours.from); start <= last; start += SLOT_MINUTES) {
    const other = { from: timeAt(start), to: timeAt(start + length) }
    const fits =
      instantOf(day.date, other.from) > now &&
      !firstFull(day, placements, other, now) &&
      slotTimesOf(other).every((at) => !children.some((child) => hasPlace(slotKeyOf(at), child.id)))
    if (fits) fitting.push(other)
  }
  const distance = (other: Span): number => Math.abs(minutesOf(other.from) - minutesOf(span.from))
  return fitting.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST)
}
