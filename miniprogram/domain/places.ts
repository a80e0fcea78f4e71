import type { Day, Slot } from './day'
import type { GroupId } from './ids'
import { mostIn } from './group-limit'
import { CARER_LOAD } from './load'
import { releasedOf } from './release'
import type { Instant } from './time'

/** What keeps a half hour from taking more children. */
export type Limit = 'closed' | 'carers' | 'group' | 'room'

export interface Places {
  /** How many more children of this load the half hour can take; never negative. */
  readonly free: number
  readonly limit: Limit
}

/**
 * Free places of one half hour for children who take `load` each: the least of what the group's
 * carers, the group's cap and the room allow, each as far as it is released by now.
 */
export function placesOf(
  day: Day,
  slot: Slot,
  groupId: GroupId,
  load: number,
  now: Instant,
): Places {
  const group = day.groups.find((each) => each.id === groupId)
  const state = slot.groups[groupId]
  if (slot.closed !== undefined || !group || !state) return { free: 0, limit: 'closed' }
  const open = (limit: number): number => releasedOf(limit, day, now)
  const limits: [Limit, number][] = [
    ['carers', Math.floor((open(state.carers * CARER_LOAD) - state.load) / load)],
    ['group', open(group.cap) - state.children],
    ['room', open(day.places) - slot.children],
    ['carers', open(mostIn(group, state.carers)) - state.children],
  ]
  const [limit, free] = limits.reduce((least, each) => (each[1] < least[1] ? each : least))
  return { free: Math.max(0, free), limit }
}
