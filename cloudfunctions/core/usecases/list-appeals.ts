import { countedAbsences } from '../../../miniprogram/domain/absence'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Appeals that nobody has answered yet, the oldest day first. */
export const listAppeals: UseCase<'listAppeals', 'staff'> = {
  name: 'listAppeals',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run({ store, now }, { siteId }) {
    const households = await store.households.ofSite(siteId)
    const appeals = households.flatMap(({ id, absences, children, guardians }) => {
      const dates = Object.keys(absences ?? {}) as LocalDate[]
      return dates.flatMap((date) => {
        const { appeal, answer } = absences?.[date] ?? {}
        if (!appeal || answer) return []
        return {
          householdId: id,
          date,
          reason: appeal.reason,
          children: children.map(({ name }) => name),
          guardians: guardians.map(({ name, phone }) => ({ name, phone })),
          counted: countedAbsences(absences, dateOf(now)).length,
        }
      })
    })
    return accept({ now, appeals: appeals.sort((a, b) => a.date.localeCompare(b.date)) })
  },
}
