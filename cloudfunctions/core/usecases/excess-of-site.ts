import { excessOf, type Excess } from '../../../miniprogram/domain/excess'
import type { DayBook } from '../../../miniprogram/domain/day'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/** What no longer fits on the days ahead, day by day. */
export async function excessOfSite(
  { store, now }: Context,
  siteId: SiteId,
): Promise<{ readonly day: DayBook; readonly excess: readonly Excess[] }[]> {
  const days = await store.days.readMany(siteId, daysAhead(dateOf(now)))
  return days
    .map((day) => ({ day, excess: excessOf(day, now) }))
    .filter(({ excess }) => excess.length > 0)
}

export async function excessCount(context: Context, siteId: SiteId): Promise<number> {
  const days = await excessOfSite(context, siteId)
  return days.reduce((sum, { excess }) => sum + excess.length, 0)
}
