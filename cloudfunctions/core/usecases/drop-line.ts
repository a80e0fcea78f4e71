import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

export const dropLine: UseCase<'dropLine', 'staff'> = {
  name: 'dropLine',
  access: { for: 'staff', roles: ['operator', 'community', 'lead'] },
  async run({ store }, { siteId, rev, lineId }) {
    const timetable = await store.programmes.timetable(siteId)
    const lines = timetable.lines.filter(({ id }) => id !== lineId)
    // The same tap again finds it gone.
    if (lines.length === timetable.lines.length) return accept({ dropped: false })
    if (timetable.rev !== rev || !(await store.programmes.saveTimetable(siteId, rev, lines)))
      return refuse({ code: 'week_changed' })
    return accept({ dropped: true })
  },
}
