import { auditRunsOf, scanLooksOf } from '../../../miniprogram/domain/audit'
import { householdOf } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { dutyKeyOf } from './duty-key'

/** The operator reads who looked at children's health data; names only, none of the data itself. */
export const listAudits: UseCase<'listAudits', 'staff'> = {
  name: 'listAudits',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, date, childId }) {
    const { store } = context
    const [entries, day, staff] = await Promise.all([
      store.audits.ofDay(siteId, date, childId),
      store.days.read(siteId, date),
      store.people.ofSite(siteId),
    ])
    const carers = new Map(staff.map(({ openid, name }) => [dutyKeyOf(context, openid), name]))
    const scans = day ? scanLooksOf(day, (key) => carers.get(key)) : []
    const mine = scans.filter(({ childIds }) => !childId || childIds.includes(childId))
    const runs = auditRunsOf([...entries, ...mine])
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
