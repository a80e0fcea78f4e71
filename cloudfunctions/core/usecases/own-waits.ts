import type { Household } from '../../../miniprogram/domain/household'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { dateOf } from '../../../miniprogram/domain/time'
import type { WaitView } from '../contract/wait-for-place'
import type { Context } from '../kernel/context'
import { waitViewsOf } from './wait-view'

/** All that the family waits for, the next day first: one query. */
export async function ownWaits(
  { store, now }: Context,
  { id, siteId }: Household,
): Promise<WaitView[]> {
  const days = await store.days.waiting(siteId, daysAhead(dateOf(now)))
  return days
    .flatMap((day) => waitViewsOf(day, id, now))
    .sort((a, b) => a.date.localeCompare(b.date))
}
