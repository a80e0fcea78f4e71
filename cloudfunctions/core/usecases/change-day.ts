import type { DayBook } from '../../../miniprogram/domain/day'
import type { DayChange } from '../../../miniprogram/domain/day-change'
import { FaultError } from '../../../miniprogram/domain/fault'
import { hasLapsed } from '../../../miniprogram/domain/hold'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import { settled } from '../../../miniprogram/domain/settle-day'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { offersIn, tellOffers } from './tell-offers'

const TRIES = 5

interface Where {
  readonly siteId: SiteId
  readonly date: LocalDate
}

/**
 * Changes what stands in a day's book; what becomes free by it is handed to whoever waits for it, in the same update.
 * `decide` looks at the day as it was read and says undefined where there is nothing to do any more.
 * @returns whether anything was changed.
 */
export async function changeDay(
  context: Context,
  { siteId, date }: Where,
  ids: readonly BookingId[],
  decide: (day: DayBook) => DayChange | undefined,
): Promise<boolean> {
  const { store, now } = context
  for (let tries = 0; tries < TRIES; tries++) {
    const some = await store.days.readFor(siteId, date, [], ids)
    const waits = Object.keys(some?.waits ?? {}).length > 0
    const isWhole = some !== undefined && (waits || hasLapsed(some, now))
    const day = isWhole ? await store.days.read(siteId, date) : some
    const wanted = day && decide(day)
    if (!day || !wanted) return false
    const change = isWhole ? settled(day, wanted, now) : wanted
    if (!(await store.days.change(day, change, now))) continue
    await tellOffers(context, day, offersIn(change))
    return true
  }
  throw new FaultError({ code: 'busy' })
}
