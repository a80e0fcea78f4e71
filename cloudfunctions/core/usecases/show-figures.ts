import { figuresReportOf } from '../../../miniprogram/domain/month-figures'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** One read of what the timer rolled up. */
export const showFigures: UseCase<'showFigures', 'staff'> = {
  name: 'showFigures',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now, calendarOf }, { siteId, month }) {
    const figures = await store.figures.get(siteId, month)
    if (!figures) return refuse({ code: 'no_figures', month })
    const calendar = calendarOf(Object.keys(figures.days) as LocalDate[])
    return accept({ now, report: figuresReportOf(figures, calendar) })
  },
}
