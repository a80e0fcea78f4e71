import type { PassId } from './ids'
import type { Instant } from './time'

/** A child comes in, or goes home. */
export type DoorAct = 'in' | 'out'

/** By what a child passed the door: a family's ticket, an adult's pass, the list of the day, two carers' word. */
export type DoorWay = 'ticket' | 'pass' | 'list' | 'override'

export const UNDO_REASONS = ['wrong_child', 'too_soon', 'wrong_act'] as const
export type UndoReason = (typeof UNDO_REASONS)[number]

/** Something that happened at the door. What a phone saw without network counts like all else, once it is told. */
export type DoorRecord =
  | {
      readonly act: DoorAct
      readonly at: Instant
      /** The carer, under the key that the day knows her by. */
      readonly by: string
      readonly way: DoorWay
      readonly passId?: PassId
    }
  | {
      readonly act: 'undo'
      readonly at: Instant
      readonly by: string
      /** The nonce of the record that never happened. */
      readonly undoes: string
      readonly reason: UndoReason
    }
  /** It came, and could not come in for want of a paper. */
  | { readonly act: 'stopped'; readonly at: Instant; readonly by: string }

/** By nonce: the same record told twice is one. Nothing is ever taken out. */
export type DoorRecords = Readonly<Record<string, DoorRecord>>

export interface Attendance {
  readonly state: 'booked' | 'inside' | 'gone'
  readonly inAt?: Instant
  readonly outAt?: Instant
  /** Nonce of the record that made it so; absent before the first. */
  readonly last?: string
}

/** When the child last stood at the door and was stopped; undefined when it never was. */
export function stoppedAtOf(records: DoorRecords | undefined): Instant | undefined {
  const times = Object.values(records ?? {}).flatMap(({ act, at }) => (act === 'stopped' ? at : []))
  return times.length > 0 ? (Math.max(...times) as Instant) : undefined
}

/** By time; in the same millisecond a child comes before it goes. */
function inOrder(
  [a, first]: readonly [string, DoorRecord],
  [b, second]: readonly [string, DoorRecord],
): number {
  if (first.at !== second.at) return first.at - second.at
  return first.act === second.act ? (a < b ? -1 : 1) : first.act === 'in' ? -1 : 1
}

/**
 * Where a child is, from all that happened: in order of time, once in and then once out, what was undone left away. It
 * depends on the records alone and not on the order in which phones told them, so every phone ends with the same room.
 */
export function attendanceOf(records: DoorRecords): Attendance {
  const undone = new Set(
    Object.values(records).map((record) => (record.act === 'undo' ? record.undoes : '')),
  )
  const happened = Object.entries(records)
    .filter(([nonce]) => !undone.has(nonce))
    .sort(inOrder)
  let now: Attendance = { state: 'booked' }
  for (const [nonce, { act, at }] of happened) {
    if (act === 'in' && now.state === 'booked') now = { state: 'inside', inAt: at, last: nonce }
    else if (act === 'out' && now.state === 'inside')
      now = { ...now, state: 'gone', outAt: at, last: nonce }
  }
  return now
}
