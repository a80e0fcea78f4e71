import type { HouseholdId, SessionId, SiteId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { waitKeyOf } from '../../../miniprogram/domain/wait'
import type { Context } from '../kernel/context'
import { changeDay } from './change-day'
import { lettingGo } from './decide-places'

interface Left {
  readonly siteId: SiteId
  readonly date: LocalDate
  /** The session that the family waits for; absent for care. */
  readonly sessionId?: SessionId | undefined
}

/** Takes the family off the day's list; what was kept for it goes to the next in the same update. */
export function leaveList(
  context: Context,
  householdId: HouseholdId,
  { siteId, date, sessionId }: Left,
): Promise<boolean> {
  const key = waitKeyOf({ householdId, ...(sessionId ? { session: { id: sessionId } } : {}) })
  return changeDay(context, { siteId, date }, [], (day) => {
    const before = day.waits?.[key]
    if (!before) return undefined
    const { moves } = lettingGo(day, before.offer?.ids ?? [])
    return { moves, waits: [{ key, before, after: undefined }] }
  })
}
