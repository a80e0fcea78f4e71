import type { DayBook, GroupSlot, Reservation, Slot } from './day'
import type { BookingId, ChildId, GroupId, SessionId } from './ids'
import type { Seats } from './seats'
import { slotKeysOf, type SlotKey } from './span'
import type { Instant } from './time'
import type { Wait } from './wait'

/** What happens to the day's book in one conditional update: all of it, or nothing. */
export interface DayChange {
  readonly moves: readonly Move[]
  readonly waits: readonly WaitMove[]
}

/** One reservation as it was read and as it becomes: undefined before it is made, and after a hold is let go. */
export interface Move {
  readonly id: BookingId
  readonly before: Reservation | undefined
  readonly after: Reservation | undefined
}

export interface WaitMove {
  /** By `waitKeyOf`. */
  readonly key: string
  readonly before: Wait | undefined
  readonly after: Wait | undefined
}

export const NO_CHANGE: DayChange = { moves: [], waits: [] }

export function isNoChange({ moves, waits }: DayChange): boolean {
  return moves.length === 0 && waits.length === 0
}

/** Whether a reservation takes its places. */
export function occupies(reservation: Reservation | undefined): reservation is Reservation {
  return (
    reservation !== undefined && reservation.state !== 'cancelled' && reservation.state !== 'missed'
  )
}

/** The half hours of its span, and those beyond it that an uncollected child keeps. */
export function takenSlotsOf({ span, kept = [] }: Pick<Reservation, 'span' | 'kept'>): SlotKey[] {
  return [...slotKeysOf(span), ...kept]
}

/** Places are given out here: to a new reservation, or for good to one that was only held. */
export function isTaking({ before, after }: Move): boolean {
  return (
    occupies(after) && (!occupies(before) || (before.state === 'held' && after.state !== 'held'))
  )
}

/** By how much a half hour of a group becomes fuller (or, below zero, emptier). */
export interface SlotDelta {
  readonly key: SlotKey
  readonly groupId: GroupId
  /** In the group's care. */
  readonly children: number
  readonly load: number
  /** In the room. */
  readonly heads: number
}

/** Whether it takes a carer's care: an accompanied class does not. */
export function isCared({ session }: Pick<Reservation, 'session'>): boolean {
  return !session?.accompanied
}

/** Whether it is a head in the room of care. */
export function isInRoom({ session }: Pick<Reservation, 'session'>): boolean {
  return !session?.accompanied || session.shared
}

export function slotDeltasOf(moves: readonly Move[]): SlotDelta[] {
  const deltas = new Map<string, SlotDelta>()
  const add = (reservation: Reservation | undefined, sign: 1 | -1): void => {
    if (!occupies(reservation)) return
    const { groupId, load } = reservation
    for (const key of takenSlotsOf(reservation)) {
      const name = `${key} ${groupId}`
      const was = deltas.get(name) ?? { children: 0, load: 0, heads: 0 }
      deltas.set(name, {
        key,
        groupId,
        children: was.children + (isCared(reservation) ? sign : 0),
        load: was.load + sign * load,
        heads: was.heads + (isInRoom(reservation) ? sign : 0),
      })
    }
  }
  for (const { before, after } of moves) {
    add(before, -1)
    add(after, 1)
  }
  return [...deltas.values()]
}

/** By how much each session becomes fuller. */
export function seatDeltasOf(moves: readonly Move[]): [SessionId, number][] {
  const deltas = new Map<SessionId, number>()
  const add = (reservation: Reservation | undefined, by: 1 | -1): void => {
    if (!occupies(reservation) || !reservation.session) return
    const { id } = reservation.session
    deltas.set(id, (deltas.get(id) ?? 0) + by)
  }
  for (const { before, after } of moves) {
    add(before, -1)
    add(after, 1)
  }
  return [...deltas]
}

/** Where a child gets a place, and where it loses one: the booking that stood there, and the one that stands there then. */
export interface KidMove {
  readonly childId: ChildId
  readonly key: SlotKey
  readonly before: BookingId | undefined
  readonly after: BookingId | undefined
}

export function kidMovesOf(moves: readonly Move[]): KidMove[] {
  const found = new Map<string, KidMove>()
  const note = (id: BookingId, reservation: Reservation | undefined, side: 'before' | 'after') => {
    if (!occupies(reservation)) return
    const { childId } = reservation
    for (const key of takenSlotsOf(reservation)) {
      const name = `${childId} ${key}`
      const known = found.get(name) ?? { childId, key, before: undefined, after: undefined }
      found.set(name, { ...known, [side]: id })
    }
  }
  for (const { id, before, after } of moves) {
    note(id, before, 'before')
    note(id, after, 'after')
  }
  return [...found.values()]
}

/** One change after the other, as a single one. */
export function joined(first: DayChange, second: DayChange): DayChange {
  const moves = new Map(first.moves.map((move) => [move.id, move]))
  for (const { id, before, after } of second.moves)
    moves.set(id, { id, before: moves.has(id) ? moves.get(id)?.before : before, after })
  const waits = new Map(first.waits.map((move) => [move.key, move]))
  for (const { key, before, after } of second.waits) {
    const known = waits.get(key)
    waits.set(key, { key, before: known ? known.before : before, after })
  }
  return {
    moves: [...moves.values()].filter(({ before, after }) => before ?? after),
    waits: [...waits.values()].filter(({ before, after }) => before ?? after),
  }
}

/** The day's book after the change, as the store's one update writes it. */
export function changed(day: DayBook, change: DayChange, now: Instant): DayBook {
  const { moves, waits } = change
  const slots: Record<SlotKey, Slot> = { ...day.slots }
  for (const { key, groupId, ...delta } of slotDeltasOf(moves)) {
    const slot = slots[key]
    const group = slot?.groups[groupId]
    if (slot && group) slots[key] = fuller(slot, groupId, group, delta)
  }
  const sessions: Record<SessionId, Seats> = { ...day.sessions }
  for (const [id, by] of seatDeltasOf(moves)) {
    const seats = sessions[id]
    if (seats) sessions[id] = { ...seats, children: seats.children + by }
  }
  const kids: Record<ChildId, Record<SlotKey, BookingId>> = {}
  for (const [childId, places] of entriesOf(day.kids)) kids[childId] = { ...places }
  for (const { childId, key, after } of kidMovesOf(moves)) {
    const places = (kids[childId] ??= {})
    if (after === undefined) delete places[key]
    else places[key] = after
  }
  return {
    ...day,
    slots,
    ...(day.sessions ? { sessions } : {}),
    kids,
    reservations: replaced(
      day.reservations,
      moves.map(({ id, after }) => [id, after] as const),
    ),
    holds: replaced(
      day.holds,
      moves.map(({ id, after }) => [id, after?.until] as const),
    ),
    waits: replaced(
      day.waits,
      waits.map(({ key, after }) => [key, after] as const),
    ),
    touchedAt: now,
  }
}

function fuller(
  slot: Slot,
  groupId: GroupId,
  group: GroupSlot,
  { children, load, heads }: Pick<SlotDelta, 'children' | 'load' | 'heads'>,
): Slot {
  const after = { ...group, children: group.children + children, load: group.load + load }
  return {
    ...slot,
    children: slot.children + heads,
    groups: { ...slot.groups, [groupId]: after },
  }
}

function entriesOf<Key extends string, Value>(map: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(map) as [Key, Value][]
}

function replaced<Key extends string, Value>(
  map: Readonly<Record<Key, Value>> | undefined,
  changes: readonly (readonly [Key, Value | undefined])[],
): Record<Key, Value> {
  const after = { ...map } as Record<Key, Value>
  for (const [key, value] of changes) {
    if (value === undefined) delete after[key]
    else after[key] = value
  }
  return after
}
