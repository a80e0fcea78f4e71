import { auditRunsOf } from '../../../miniprogram/domain/audit'
import { householdOf } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** The operator reads who looked at children's health data; names only, none of the data itself. */
export const listAudits: UseCase<'listAudits', 'staff'> = {
  name: 'listAudits',
  access: { for: 'staff', roles: ['operator'] },
  async run({ store }, { siteId, date, childId }) {
    const runs = auditRunsOf(await store.audits.ofDay(siteId, date, childId))
    const ids = new Set(runs.flatMap(({ childIds }) => childIds.map(householdOf)))
    const households = await store.households.many([...ids])
    const names = new Map(
      households.flatMap(({ children }) => children.map(({ id, name }) => [id, name] as const)),
    )
    return accept({
      runs: runs.map(({ childIds, ...run }) => ({
        ...run,
        children: childIds.map((id) => ({ id, name: names.get(id) ?? '已注销' })),
      })),
    })
  },
}
