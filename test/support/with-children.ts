import type { Day, Slot } from '../../miniprogram/domain/day'
import type { Placement } from '../../miniprogram/domain/decide-booking'
import { slotKeysOf, type Span } from '../../miniprogram/domain/span'

/** The day after these children took their places, as the store's update writes it. */
export function withChildren<D extends Day>(day: D, placed: readonly Placement[], span: Span): D {
  const slots: Record<string, Slot> = { ...day.slots }
  for (const key of slotKeysOf(span))
    for (const { groupId, load } of placed) {
      const slot = slots[key]
      const group = slot?.groups[groupId]
      if (!slot || !group) throw new Error(`no place at ${key} in ${groupId}`)
      const fuller = { ...group, children: group.children + 1, load: group.load + load }
      const groups = { ...slot.groups, [groupId]: fuller }
      slots[key] = { ...slot, children: slot.children + 1, groups }
    }
  return { ...day, slots }
}
