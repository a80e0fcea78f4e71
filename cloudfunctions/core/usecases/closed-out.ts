import { closedOutOf } from '../../../miniprogram/domain/closure'
import type { DatedBooking } from '../../../miniprogram/domain/decide-hours'
import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Closure } from '../../../miniprogram/domain/site'
import type { Context } from '../kernel/context'

/** The bookings that closing this time would take the place from. */
export async function closedOut(
  { store, now }: Context,
  { siteId, ...closure }: Omit<Closure, 'why'> & { readonly siteId: SiteId },
): Promise<DatedBooking[]> {
  const { date } = closure
  const day = await store.days.read(siteId, date)
  const found = day ? closedOutOf(day, closure, now) : []
  return found.map(([id, reservation]) => ({ id, date, reservation }))
}
