import { waitsCalledOff } from '../../../miniprogram/domain/called-off'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { waitOverMessage } from '../../../miniprogram/domain/cancelled-message'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { Wait } from '../../../miniprogram/domain/wait'
import type { Context } from '../kernel/context'
import { leaveList } from './leave-list'
import { tellFamily } from './tell-family'

/**
 * Families that wait for a session that does not take place are told, once, and then taken off its list: who was told
 * before a crash is only taken off after it.
 */
export async function endWaits(context: Context, siteId: SiteId): Promise<void> {
  const { store, now } = context
  const shown = await store.days.showMany(siteId, daysAhead(dateOf(now)))
  const days = shown.filter(({ sessions = {} }) =>
    Object.values(sessions).some(({ off }) => off !== undefined),
  )
  if (days.length === 0) return
  const lists = await store.days.waiting(
    siteId,
    days.map(({ date }) => date),
  )
  for (const day of days) {
    const waits = Object.values(lists.find(({ date }) => date === day.date)?.waits ?? {})
    for (const { wait, why } of waitsCalledOff(day, waits, now)) {
      await tell(context, siteId, day.date, wait, why)
      const left = { siteId, date: day.date, sessionId: wait.session?.id }
      await leaveList(context, wait.householdId, left)
    }
  }
}

async function tell(
  context: Context,
  siteId: SiteId,
  date: LocalDate,
  { id, householdId, childIds, within: span, session }: Wait,
  why: string,
): Promise<void> {
  const { store } = context
  const [site, household] = await Promise.all([
    store.sites.get(siteId),
    store.households.get(householdId),
  ])
  if (!site || !household || !session) return
  const childNames = household.children
    .filter((child) => childIds.includes(child.id))
    .map(({ name }) => name)
  const message = waitOverMessage({ childNames, date, span }, session, why)
  await tellFamily(context, site, household, { key: `wait_over_${id}`, message })
}
