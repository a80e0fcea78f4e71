import { calledOffOn } from '../../../miniprogram/domain/called-off'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { endWaits } from './end-waits'
import { withdraw } from './withdraw'

const TRIES = 5

/**
 * Takes back, without cost, the bookings of sessions that do not take place, and tells the families, also those that
 * wait. The days are
 * planned before, so no new booking can come in. Run again after a crash it goes on where it stopped.
 */
export async function releaseCalledOff(context: Context, siteId: SiteId): Promise<number> {
  let released = 0
  for (let tries = 0; tries < TRIES; tries++) {
    const round = await releaseOnce(context, siteId)
    released += round.released
    if (round.isLost) continue
    await endWaits(context, siteId)
    return released
  }
  throw new FaultError({ code: 'busy' })
}

async function releaseOnce(context: Context, siteId: SiteId) {
  const { store, now } = context
  const shown = await store.days.showMany(siteId, daysAhead(dateOf(now)))
  const dates = shown
    .filter(({ sessions = {} }) =>
      Object.values(sessions).some(({ off, children }) => off !== undefined && children > 0),
    )
    .map(({ date }) => date)
  let released = 0
  let isLost = false
  for (const day of dates.length > 0 ? await store.days.readMany(siteId, dates) : [])
    for (const { id, reservation, why } of calledOffOn(day, now))
      if (await withdraw(context, { siteId, date: day.date, id }, reservation, why)) released++
      else isLost = true
  return { released, isLost }
}
