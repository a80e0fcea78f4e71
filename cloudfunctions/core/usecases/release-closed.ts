import { closedOutOf } from '../../../miniprogram/domain/closure'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { daysAhead } from '../../../miniprogram/domain/planning'
import type { Closure } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { withdraw } from './withdraw'

/** How often bookings that somebody changes meanwhile are looked at anew. */
const TRIES = 5

/**
 * Cancels without cost what closures took the place from, and tells the families. The days are planned before, so no
 * new booking can come in. Run again after a crash it goes on where it stopped. Says how many bookings it cancelled.
 */
export async function releaseClosed(
  context: Context,
  siteId: SiteId,
  closures: readonly Closure[],
): Promise<number> {
  let cancelled = 0
  for (let tries = 0; tries < TRIES; tries++) {
    const round = await releaseOnce(context, siteId, closures)
    cancelled += round.cancelled
    if (!round.isLost) return cancelled
  }
  throw new FaultError({ code: 'busy' })
}

async function releaseOnce(context: Context, siteId: SiteId, closures: readonly Closure[]) {
  const { store, now } = context
  const closed = new Set(closures.map(({ date }) => date))
  const dates = daysAhead(dateOf(now)).filter((date) => closed.has(date))
  let cancelled = 0
  let isLost = false
  for (const day of dates.length > 0 ? await store.days.readMany(siteId, dates) : [])
    for (const closure of closures) {
      for (const [id, before] of closedOutOf(day, closure, now))
        if (await withdraw(context, { siteId, date: day.date, id }, before, closure.why))
          cancelled++
        else isLost = true
    }
  return { cancelled, isLost }
}
