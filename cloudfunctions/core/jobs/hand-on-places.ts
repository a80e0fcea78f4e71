import type { DayBook } from '../../../miniprogram/domain/day'
import { NO_CHANGE, isNoChange } from '../../../miniprogram/domain/day-change'
import { hasLapsed } from '../../../miniprogram/domain/hold'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { settled } from '../../../miniprogram/domain/settle-day'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellOffers } from '../usecases/tell-offers'
import { eachAlone } from './each-alone'

/**
 * What nobody has needed yet: holds that lapsed are let go, offers that nobody took pass on, and gaps that came about in
 * any other way (more carers, a tranche that opened) find the families that wait. A lost race is left to the next tick.
 */
export const handOnPlaces: Job = {
  name: 'handOnPlaces',
  async run(context) {
    return eachAlone(context, await context.store.sites.all(), (site) => handOn(context, site))
  },
}

async function handOn(context: Context, { id }: Site): Promise<number> {
  const { store, now } = context
  const days = await store.days.waiting(id, daysAhead(dateOf(now)))
  const due = days.filter((day) => Object.keys(day.waits ?? {}).length > 0 || hasLapsed(day, now))
  let changed = 0
  for (const { date } of due) {
    const day = await store.days.read(id, date)
    if (day) changed += await settle(context, day)
  }
  return changed
}

async function settle(context: Context, day: DayBook): Promise<number> {
  const { store, now } = context
  const change = settled(day, NO_CHANGE, now)
  const isDue = !isNoChange(change)
  if (isDue && !(await store.days.change(day, change, now))) return 0
  // Also those that stand already: who made them may have died before telling.
  const waits = { ...day.waits }
  for (const { key, after } of change.waits) {
    if (after) waits[key] = after
    else delete waits[key]
  }
  await tellOffers(
    context,
    day,
    Object.values(waits).filter(({ offer }) => offer !== undefined && offer.until > now),
  )
  return isDue ? 1 : 0
}
