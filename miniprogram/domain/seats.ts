import type { Day } from './day'
import { firstFull, type Placement } from './decide-booking'
import type { ChildId, SessionId } from './ids'
import { loadOf } from './load'
import type { Limit } from './places'
import type { Session } from './session'
import type { Room } from './site'
import { slotKeyOf, slotTimesOf, type Span } from './span'
import type { Instant } from './time'

/** A session on the day's document: all that decides who gets a place in it. */
export interface Seats extends Pick<
  Session,
  'span' | 'service' | 'title' | 'accompanied' | 'places' | 'fromMonths' | 'toMonths'
> {
  /** It takes place in the room of care, or part of it. */
  readonly shared: boolean
  /** Children booked or held. */
  readonly children: number
  /** Why it does not take place. */
  readonly off?: string
}

/** What a reservation says of its session: enough to free its places, and to call it by name. */
export interface BookedSession extends Pick<Seats, 'service' | 'title' | 'accompanied' | 'shared'> {
  readonly id: SessionId
}

/** What keeps a session from taking more children: its own places, or what keeps everybody out. */
export type SeatLimit = 'session' | Limit

/** The sessions of one date as its document holds them, empty. */
export function seatsOf(
  sessions: readonly Session[],
  rooms: readonly Room[],
): Record<SessionId, Seats> {
  return Object.fromEntries(
    sessions.map((session) => {
      const { id, span, service, title, accompanied, places, fromMonths, toMonths } = session
      const shared = rooms.find((room) => room.id === session.room)?.shared ?? true
      const facts = { span, service, title, accompanied, shared, places, fromMonths, toMonths }
      const off = session.cancelled?.why
      return [id, { ...facts, children: 0, ...(off === undefined ? {} : { off }) }]
    }),
  )
}

export function bookedSessionOf(id: SessionId, seats: Seats): BookedSession {
  const { service, title, accompanied, shared } = seats
  return { id, service, title, accompanied, shared }
}

/** Sessions open whole: their places wait for no tranche. */
export function unreleased<D extends Day>(day: D): D {
  const { release: _release, ...whole } = day
  return whole as D
}

/** Why these children do not all fit into the session; undefined where they do. */
export function fullSeats(
  day: Day,
  seats: Seats,
  placements: readonly Placement[],
  now: Instant,
): SeatLimit | undefined {
  if (seats.children + placements.length > seats.places) return 'session'
  if (!seats.accompanied) return firstFull(unreleased(day), placements, seats.span, now)?.limit
  return seats.shared && roomLeft(day, seats.span) < placements.length ? 'room' : undefined
}

/** How many more children of this group and load the session takes, and what sets the limit. */
export function freeSeats(
  day: Day,
  seats: Seats,
  place: Placement,
  now: Instant,
): { readonly free: number; readonly limit: SeatLimit } {
  for (let free = 0; ; free++) {
    const limit = fullSeats(
      day,
      seats,
      Array.from({ length: free + 1 }, () => place),
      now,
    )
    if (limit) return { free, limit }
  }
}

/**
 * What a session still takes of children of the right age, as everybody may see it: in the group with the most room,
 * of its youngest.
 */
export function openSeats(
  day: Day,
  seats: Seats,
  now: Instant,
): { readonly free: number; readonly limit: SeatLimit } {
  const { fromMonths, toMonths, accompanied } = seats
  const groups = day.groups.filter(
    (group) => accompanied || (group.fromMonths < toMonths && fromMonths < group.toMonths),
  )
  const open = groups.map((group) => {
    const load = accompanied ? 0 : loadOf(Math.max(group.fromMonths, fromMonths))
    return freeSeats(day, seats, { childId: '' as ChildId, groupId: group.id, load }, now)
  })
  const none = { free: 0, limit: 'group' as const }
  return open.reduce((most, each) => (each.free > most.free ? each : most), open[0] ?? none)
}

/** Heads that the room still takes in every half hour of the span. */
function roomLeft({ places, slots }: Day, span: Span): number {
  const left = slotTimesOf(span).map((at) => places - (slots[slotKeyOf(at)]?.children ?? places))
  return Math.max(0, Math.min(...left))
}
