import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId } from '../../../miniprogram/domain/ids'
import type { Month } from '../../../miniprogram/domain/month'
import { DAY, later } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { eachTouched, STILL_AT_WORK } from './touched-days'

/** A call that died after taking free minutes and before taking the places leaves a claim of nothing: it is given back. */
export const returnFreeHours: Job = {
  name: 'returnFreeHours',
  run: (context) =>
    eachTouched(
      context,
      'free',
      async (since, limit) =>
        (await context.store.households.claimedFreeSince(since, limit)).map((household) => ({
          household,
          touchedAt: household.freeAt,
        })),
      ({ household }) => returnUnused(context, household),
    ),
}

async function returnUnused({ store, now }: Context, household: Household): Promise<number> {
  const young = later(now, -STILL_AT_WORK)
  let returned = 0
  for (const [month, claims] of Object.entries(household.free ?? {}))
    for (const [id, { date, at }] of Object.entries(claims)) {
      if (at > young || at < later(young, -LOOKED_AT)) continue
      const day = await store.days.readFor(household.siteId, date, [], [id as BookingId])
      const { state } = day?.reservations[id as BookingId] ?? {}
      if (state === undefined || state === 'cancelled')
        returned += await store.households.returnFree(household.id, month as Month, id as BookingId)
    }
  return returned
}

/** Older claims were looked at before, unless the timer was down for longer than this. */
const LOOKED_AT = DAY
