import { householdOf } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { auditRead } from './audit-read'

/** The site's incidents with their children's names. A name that is erased is gone here too. */
export const listIncidents: UseCase<'listIncidents', 'staff'> = {
  name: 'listIncidents',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run(context, { siteId }, found) {
    const { store, now } = context
    const incidents = await store.incidents.ofSite(siteId)
    const ids = [...new Set(incidents.flatMap(({ childIds }) => childIds))]
    await auditRead(context, found, { siteId, what: 'incidents', childIds: ids })
    const households = await store.households.many([...new Set(ids.map(householdOf))])
    const names = new Map(
      households.flatMap(({ children }) => children.map(({ id, name }) => [id, name] as const)),
    )
    return accept({
      now,
      incidents: incidents.map((incident) => ({
        ...incident,
        children: incident.childIds.map((id) => names.get(id) ?? '已注销'),
      })),
    })
  },
}
