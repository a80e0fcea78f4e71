import type { Day, GroupSlot, Slot } from './day'
import type { GroupId, SessionId } from './ids'
import type { Seats } from './seats'
import { SLOT_MINUTES, slotTimeOf, type SlotKey } from './span'
import { MINUTE, instantOf, later, type Instant } from './time'

/** The plan has dropped the session. */
const GONE = 'gone'
const EMPTY: GroupSlot = { carers: 0, children: 0, load: 0 }

/**
 * The day under a new plan: hours, closures, carers and price list are the new ones, children stay where they are. Half
 * hours that are over stay as they were, and one that falls out of the hours is kept without carers, since
 * children may be booked there. Planning twice is planning once. `fresh` is the same date planned anew.
 */
export function replanDay(day: Day, fresh: Day, now: Instant): Day {
  const { closed: _closed, hours: _hours, release: _release, ...kept } = withoutLimits(day)
  const release = releaseOf(day, fresh, now)
  const keys = [...new Set([...Object.keys(day.slots), ...Object.keys(fresh.slots)])] as SlotKey[]
  return {
    ...kept,
    tariffVersion: fresh.tariffVersion,
    places: fresh.places,
    groups: fresh.groups,
    ...(release ? { release } : {}),
    ...(fresh.weekMinutes === undefined ? {} : { weekMinutes: fresh.weekMinutes }),
    ...(fresh.longestMinutes === undefined ? {} : { longestMinutes: fresh.longestMinutes }),
    ...(fresh.notices ? { notices: fresh.notices } : {}),
    ...(fresh.closed === undefined ? {} : { closed: fresh.closed }),
    ...(fresh.hours ? { hours: fresh.hours } : {}),
    slots: Object.fromEntries(
      keys.map((key) => {
        const old = day.slots[key]
        const isOver = later(instantOf(day.date, slotTimeOf(key)), SLOT_MINUTES * MINUTE) <= now
        return [key, old && isOver ? old : replanSlot(old, fresh.slots[key])]
      }),
    ),
    ...(day.sessions || fresh.sessions ? { sessions: replanSeats(day, fresh) } : {}),
  }
}

/** Who is booked stays booked; a session that the plan does not know any more does not take place. */
function replanSeats(day: Day, fresh: Day): Record<SessionId, Seats> {
  const old = Object.entries(day.sessions ?? {}).map(([id, seats]) => {
    return [id, { ...seats, off: seats.off ?? GONE }] as const
  })
  const planned = (Object.entries(fresh.sessions ?? {}) as [SessionId, Seats][]).map(
    ([id, seats]) => [id, { ...seats, children: day.sessions?.[id]?.children ?? 0 }] as const,
  )
  return Object.fromEntries([...old, ...planned])
}

function withoutLimits(day: Day): Day {
  const { weekMinutes: _week, longestMinutes: _longest, notices: _notices, ...rest } = day
  return rest
}

/** Other tranches are for days none of whose places are open yet: what is released, or being drawn, stays so. */
function releaseOf(day: Day, fresh: Day, now: Instant): Day['release'] {
  const [first] = day.release ?? []
  const begins = first && (first.draw?.from ?? first.opensAt)
  const isWhole = day.hours !== undefined && day.release === undefined
  return isWhole || (begins !== undefined && begins <= now) ? day.release : fresh.release
}

function replanSlot(old: Slot | undefined, fresh: Slot | undefined): Slot {
  const ids = [...new Set([...groupIds(old), ...groupIds(fresh)])]
  const closed = fresh?.closed
  return {
    children: old?.children ?? 0,
    groups: Object.fromEntries(
      ids.map((id) => {
        const carers = fresh?.groups[id]?.carers ?? 0
        return [id, { ...(old?.groups[id] ?? EMPTY), carers }]
      }),
    ),
    ...(closed === undefined ? {} : { closed }),
  }
}

function groupIds(slot: Slot | undefined): GroupId[] {
  return Object.keys(slot?.groups ?? {}) as GroupId[]
}
