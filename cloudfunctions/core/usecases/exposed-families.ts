import {
  exposedOf,
  exposureDates,
  staysOf,
  type Exposed,
} from '../../../miniprogram/domain/exposure'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { Illness } from '../../../miniprogram/domain/illness'
import type { Context } from '../kernel/context'
import type { StoredCheck } from '../store/checks'

export interface Exposure {
  readonly check: StoredCheck & { readonly illness: Illness }
  readonly exposed: readonly (Exposed & { readonly household: Household })[]
}

/** Who was in the room with a child that was sent home, from the days' own times; nothing is stored of it. */
export async function exposedFamilies(
  { store, now }: Context,
  siteId: SiteId,
  bookingId: BookingId,
): Promise<Exposure> {
  const check = await store.checks.get(bookingId)
  const illness = check?.illness
  if (!check || !illness || check.siteId !== siteId) throw new FaultError({ code: 'not_found' })
  const days = await store.days.readMany(siteId, exposureDates(check.date, illness.lookBackDays))
  const stays = days.flatMap(({ date, reservations }) =>
    staysOf(date, Object.values(reservations), now),
  )
  const exposed = exposedOf(check.childId, stays)
  const households = await store.households.many(exposed.map(({ householdId }) => householdId))
  return {
    check: { ...check, illness },
    exposed: exposed.flatMap((each) => {
      const household = households.find(({ id }) => id === each.householdId)
      return household ? [{ ...each, household }] : []
    }),
  }
}
