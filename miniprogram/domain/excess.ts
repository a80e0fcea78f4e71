import { reservationsOf, type DayBook, type Reservation } from './day'
import { isCared, isInRoom } from './day-change'
import { mostIn } from './group-limit'
import type { BookingId, GroupId } from './ids'
import { CARER_LOAD } from './load'
import type { Limit } from './places'
import { SLOT_MINUTES, covers, overlaps, slotKeyOf, slotTimesOf, type Span } from './span'
import { instantOf, minutesOf, timeAt, type Instant, type LocalTime } from './time'

/** A booking that the plan has no room for any more, with the first half hour that lacks it and why. */
export interface Excess {
  readonly id: BookingId
  readonly reservation: Reservation
  readonly at: LocalTime
  readonly limit: Limit
}

type Placed = readonly [BookingId, Reservation]

/**
 * The bookings that would have to give way so that every half hour to come fits its limits again, in the
 * order in which families are asked: whoever booked last first, so that places taken as 急用位 come before
 * those booked a week ahead. A child inside is never asked. Nothing is cancelled by this: it is a list.
 */
export function excessOf(day: DayBook, now: Instant): Excess[] {
  const listed = new Map<BookingId, Excess>()
  for (const at of halfHoursTo(day)) {
    const span = { from: at, to: timeAt(minutesOf(at) + SLOT_MINUTES) }
    if (instantOf(day.date, span.to) <= now) continue
    const here = placedIn(day, span).filter(([id]) => !listed.has(id))
    for (const [[id, reservation], limit] of givingWay(day, at, here))
      listed.set(id, { id, reservation, at, limit })
  }
  return [...listed.values()].sort((a, b) =>
    bySeniority([b.id, b.reservation], [a.id, a.reservation]),
  )
}

/** Every half hour that is open or in which somebody is booked. */
function halfHoursTo(day: DayBook): LocalTime[] {
  const spans = Object.values(day.reservations).map(({ span }) => span)
  const times = [...(day.hours ? [day.hours] : []), ...spans].flatMap(slotTimesOf)
  return [...new Set(times)].sort()
}

/** Children who are to come or here in this half hour, in the order in which they keep their places. */
function placedIn(day: DayBook, span: Span): Placed[] {
  return reservationsOf(day)
    .filter(([, { state }]) => state === 'booked' || state === 'inside')
    .filter(([, reservation]) => overlaps(reservation.span, span))
    .sort(bySeniority)
}

/** Who is here, then who booked first. */
function bySeniority([id, a]: Placed, [otherId, b]: Placed): number {
  if (a.state !== b.state) return a.state === 'inside' ? -1 : 1
  return a.bookedAt - b.bookedAt || (id < otherId ? -1 : 1)
}

function givingWay(
  day: DayBook,
  at: LocalTime,
  here: readonly Placed[],
): (readonly [Placed, Limit])[] {
  const slot = day.slots[slotKeyOf(at)]
  const half = { from: at, to: timeAt(minutesOf(at) + SLOT_MINUTES) }
  const isOpen = day.hours && covers(day.hours, half) && slot && slot.closed === undefined
  if (!isOpen) return here.filter(isAskable).map((placed) => [placed, 'closed'])
  const out: (readonly [Placed, Limit])[] = []
  const left = new Set(here)
  const giveWay = (limit: Limit, groupId?: GroupId): boolean => {
    const last = [...left].filter((placed) => isAskable(placed) && counts(placed[1], groupId)).pop()
    if (!last) return false
    left.delete(last)
    out.push([last, limit])
    return true
  }
  for (const group of day.groups) {
    const carers = slot.groups[group.id]?.carers ?? 0
    const mine = (): Reservation[] =>
      [...left].map(([, each]) => each).filter((each) => counts(each, group.id))
    const load = (): number => mine().reduce((sum, each) => sum + each.load, 0)
    while (mine().length > group.cap && giveWay('group', group.id));
    const isOver = (): boolean =>
      load() > carers * CARER_LOAD || mine().length > mostIn(group, carers)
    while (isOver() && giveWay('carers', group.id));
  }
  const inRoom = (): number => [...left].filter(([, each]) => isInRoom(each)).length
  while (inRoom() > day.places && giveWay('room'));
  return out
}

/** In the group's care, or, without a group, in the room. */
function counts(reservation: Reservation, groupId: GroupId | undefined): boolean {
  if (groupId === undefined) return isInRoom(reservation)
  return reservation.groupId === groupId && isCared(reservation)
}

function isAskable([, { state }]: Placed): boolean {
  return state === 'booked'
}
