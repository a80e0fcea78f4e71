import type { DayBook } from '../../../miniprogram/domain/day'
import { waitOf } from '../../../miniprogram/domain/decide-wait'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import type { Instant } from '../../../miniprogram/domain/time'
import { aheadOf } from '../../../miniprogram/domain/wait'
import type { WaitView } from '../contract/wait-for-place'

/** The family's asking on a day; undefined where there is none or its time is over. */
export function waitViewOf(
  { date, waits = {} }: Pick<DayBook, 'date' | 'waits'>,
  householdId: HouseholdId,
  now: Instant,
): WaitView | undefined {
  const wait = waitOf({ date, waits }, householdId, now)
  if (!wait) return undefined
  const { id, childIds, within, minutes, askedAt, offer } = wait
  return {
    id,
    date,
    childIds: [...childIds],
    within,
    minutes,
    askedAt,
    ahead: aheadOf(wait, Object.values(waits), { date, now }),
    ...(offer ? { offer: { span: offer.span, until: offer.until } } : {}),
  }
}
