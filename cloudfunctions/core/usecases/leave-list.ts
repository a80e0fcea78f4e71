import type { HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { changeDay } from './change-day'
import { lettingGo } from './decide-places'

/** Takes the family off the day's list; what was kept for it goes to the next in the same update. */
export function leaveList(
  context: Context,
  householdId: HouseholdId,
  where: { readonly siteId: SiteId; readonly date: LocalDate },
): Promise<boolean> {
  return changeDay(context, where, [], (day) => {
    const before = day.waits?.[householdId]
    if (!before) return undefined
    const { moves } = lettingGo(day, before.offer?.ids ?? [])
    return { moves, waits: [{ householdId, before, after: undefined }] }
  })
}
