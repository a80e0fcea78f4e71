import { lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { minutesSum, type HoursEntry } from '../../../miniprogram/domain/service-hours'
import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Hours of sessions that are over longer are settled. */
const DAYS_BACK = 14

export const listCrews: UseCase<'listCrews', 'staff'> = {
  name: 'listCrews',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId }) {
    const today = dateOf(now)
    const [from, to] = [addDays(today, -DAYS_BACK), lastPlanned(today)]
    const [sessions, volunteers, entries] = await Promise.all([
      store.programmes.between(siteId, from, to),
      store.volunteers.ofSite(siteId),
      store.serviceHours.ofSite(siteId, from, today),
    ])
    return accept({ now, sessions, volunteers, hours: standing(entries) })
  },
}

function standing(entries: readonly HoursEntry[]) {
  const byDuty = new Map<string, HoursEntry[]>()
  for (const entry of entries) {
    const key = `${entry.sessionId} ${entry.volunteerId}`
    byDuty.set(key, [...(byDuty.get(key) ?? []), entry])
  }
  return [...byDuty.values()].flatMap((all) =>
    all.slice(0, 1).map(({ sessionId, volunteerId }) => ({
      sessionId,
      volunteerId,
      minutes: minutesSum(all),
      entries: all.length,
    })),
  )
}
