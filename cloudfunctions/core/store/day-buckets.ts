import type { Day } from '../../../miniprogram/domain/day'
import {
  isCared,
  isInRoom,
  isTaking,
  seatDeltasOf,
  slotDeltasOf,
  takenSlotsOf,
  type Move,
} from '../../../miniprogram/domain/day-change'
import { mostIn } from '../../../miniprogram/domain/group-limit'
import { CARER_LOAD } from '../../../miniprogram/domain/load'
import { releasedOf } from '../../../miniprogram/domain/release'
import type { Reservation } from '../../../miniprogram/domain/day'
import type { SlotKey } from '../../../miniprogram/domain/span'
import type { Instant } from '../../../miniprogram/domain/time'

interface Bucket {
  readonly path: string
  readonly add: number
  /** The limit, where a place is given out. */
  readonly most: number | undefined
}

/** Every counter that the change moves or that has to have room for it: the session, the room, each group, its carers' load. */
export function bucketsOf(day: Day, moves: readonly Move[], now: Instant): Bucket[] {
  const taking = moves.flatMap((move) => (move.after && isTaking(move) ? [move.after] : []))
  const cared = taking.filter(isCared)
  const inRoom = taking.filter(isInRoom)
  const deltas = slotDeltasOf(moves)
  const rooms = [...new Set(deltas.map(({ key }) => key))].map((key) => ({
    path: `slots.${key}.children`,
    add: deltas.reduce((sum, each) => sum + (each.key === key ? each.heads : 0), 0),
    most: mostOf(day, takersAt(inRoom, key), now)(day.places),
  }))
  const groups = deltas.flatMap(({ key, groupId, children, load }) => {
    const path = `slots.${key}.groups.${groupId}`
    const group = day.groups.find(({ id }) => id === groupId)
    const carers = day.slots[key]?.groups[groupId]?.carers ?? 0
    const takers = takersAt(cared, key).filter((each) => each.groupId === groupId)
    const most = mostOf(day, takers, now)
    return [
      { path: `${path}.children`, add: children, most: most(group ? mostIn(group, carers) : 0) },
      { path: `${path}.load`, add: load, most: most(carers * CARER_LOAD) },
    ]
  })
  const seats = seatDeltasOf(moves).map(([id, add]) => {
    const isTaken = taking.some(({ session }) => session?.id === id)
    const most = isTaken ? (day.sessions?.[id]?.places ?? 0) : undefined
    return { path: `sessions.${id}.children`, add, most }
  })
  return [...rooms, ...groups, ...seats]
}

function takersAt(taking: readonly Reservation[], key: SlotKey): Reservation[] {
  return taking.filter((each) => takenSlotsOf(each).includes(key))
}

/** Care has what is released by now, sessions have the whole; where nobody takes a place there is no limit. */
function mostOf(day: Day, takers: readonly Reservation[], now: Instant) {
  const isCare = takers.some(({ session }) => !session)
  return (limit: number): number | undefined =>
    takers.length === 0 ? undefined : isCare ? releasedOf(limit, day, now) : limit
}
