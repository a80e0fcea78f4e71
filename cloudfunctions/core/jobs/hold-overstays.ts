import type { DayBook } from '../../../miniprogram/domain/day'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { keptSlotsOf } from '../../../miniprogram/domain/overstay'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { replaceReservation } from '../usecases/replace-reservation'
import { eachAlone } from './each-alone'

/**
 * The ripple of an uncollected child: it keeps its place, so the half hours to come show one place less until it is
 * fetched. Each reservation is one conditional update; a lost race is the next minute's.
 */
export const holdOverstays: Job = {
  name: 'holdOverstays',
  async run(context) {
    const { store, now } = context
    const sites = await store.sites.all()
    return eachAlone(context, sites, async ({ id }) => {
      const day = await store.days.read(id, dateOf(now))
      return day ? hold(context, day) : 0
    })
  },
}

async function hold(context: Context, day: DayBook): Promise<number> {
  const { siteId, date, reservations } = day
  let changed = 0
  for (const [key, before] of Object.entries(reservations)) {
    const id = key as BookingId
    const kept = keptSlotsOf(day, id, before, context.now)
    if (kept.join() === (before.kept ?? []).join()) continue
    const after = { ...before, rev: before.rev + 1, kept }
    if (await replaceReservation(context, { siteId, date, id }, before, after)) changed++
  }
  return changed
}
