import type { DayBook } from '../../../miniprogram/domain/day'
import { waitsOf } from '../../../miniprogram/domain/decide-wait'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import type { Instant } from '../../../miniprogram/domain/time'
import { aheadOf, type Wait } from '../../../miniprogram/domain/wait'
import type { WaitView } from '../contract/wait-for-place'

type Waited = Pick<DayBook, 'date' | 'waits'>

/** Everything that the family waits for on a day and whose time is not over. */
export function waitViewsOf(day: Waited, householdId: HouseholdId, now: Instant): WaitView[] {
  return waitsOf(day, householdId, now).map((wait) => viewOf(day, wait, now))
}

/** The family's asking for care on a day; undefined where there is none or its time is over. */
export function waitViewOf(
  day: Waited,
  householdId: HouseholdId,
  now: Instant,
): WaitView | undefined {
  return waitViewsOf(day, householdId, now).find(({ session }) => session === undefined)
}

function viewOf({ date, waits = {} }: Waited, wait: Wait, now: Instant): WaitView {
  const { id, childIds, within, minutes, askedAt, session, offer } = wait
  return {
    id,
    date,
    childIds: [...childIds],
    within,
    minutes,
    askedAt,
    ...(session ? { session } : {}),
    ahead: aheadOf(wait, Object.values(waits), { date, now }),
    ...(offer ? { offer: { span: offer.span, until: offer.until } } : {}),
  }
}
