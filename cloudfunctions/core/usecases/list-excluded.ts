import { accept } from '../../../miniprogram/domain/result'
import { HEALTH_ROLES } from '../../../miniprogram/domain/role'
import type { UseCase } from '../kernel/use-case'
import { auditRead } from './audit-read'

/** They have no booking, so the day does not show them; a doctor's note may come any day. */
export const listExcluded: UseCase<'listExcluded', 'staff'> = {
  name: 'listExcluded',
  access: { for: 'staff', roles: HEALTH_ROLES },
  async run(context, { siteId }, found) {
    const households = await context.store.households.ofSite(siteId)
    const children = households.flatMap(({ health, children: all, guardians }) =>
      all.flatMap(({ id, name }) => {
        const dates = health?.[id]
        return dates?.excludedUntil ? [{ childId: id, name, health: dates, guardians }] : []
      }),
    )
    children.sort((a, b) =>
      (a.health.excludedUntil ?? '') < (b.health.excludedUntil ?? '') ? -1 : 1,
    )
    const childIds = children.map(({ childId }) => childId)
    await auditRead(context, found, { siteId, what: 'health', childIds })
    return accept({ children })
  },
}
