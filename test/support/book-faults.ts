import type { DayBook } from '../../miniprogram/domain/day'
import { occupies } from '../../miniprogram/domain/day-change'
import { CARER_LOAD } from '../../miniprogram/domain/load'
import { slotKeysOf } from '../../miniprogram/domain/span'

/** What a careful inspector finds wrong with a day's book: counts, limits, places of children, holds. */
export function bookFaults(day: DayBook): string[] {
  const faults: string[] = []
  const standing = Object.entries(day.reservations).filter(([, each]) => occupies(each))
  const kids: Record<string, Record<string, string>> = {}
  for (const [id, { childId, span }] of standing)
    for (const key of slotKeysOf(span)) {
      const places = (kids[childId] ??= {})
      if (places[key]) faults.push(`${childId} twice at ${key}`)
      places[key] = id
    }
  for (const [key, slot] of Object.entries(day.slots)) {
    const here = standing.filter(([, { span }]) => slotKeysOf(span).some((each) => each === key))
    if (slot.children !== here.length) faults.push(`the room at ${key} is counted wrong`)
    if (slot.children > day.places) faults.push(`too many for the room at ${key}`)
    for (const group of day.groups) {
      const { children = 0, load = 0, carers = 0 } = slot.groups[group.id] ?? {}
      const mine = here.filter(([, { groupId }]) => groupId === group.id)
      const sum = mine.reduce((total, [, each]) => total + each.load, 0)
      if (children !== mine.length || load !== sum) faults.push(`${group.id} is counted wrong`)
      if (children > group.cap) faults.push(`too many for ${group.id} at ${key}`)
      if (load > carers * CARER_LOAD) faults.push(`too many for the carers of ${group.id}`)
    }
  }
  const held = standing.filter(([, { state }]) => state === 'held').map(([id]) => id)
  const index = Object.keys(day.holds ?? {})
  if (index.sort().join() !== held.sort().join()) faults.push('the holds')
  for (const [childId, places] of Object.entries(day.kids))
    for (const key of new Set([...Object.keys(places), ...Object.keys(kids[childId] ?? {})]))
      if (new Map(Object.entries(places)).get(key) !== kids[childId]?.[key])
        faults.push(`${childId} at ${key}`)
  return faults
}
