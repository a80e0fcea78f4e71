import { figuresReportOf } from '../../../miniprogram/domain/month-figures'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** One read of what the timer rolled up. */
export const showFigures: UseCase<'showFigures', 'staff'> = {
  name: 'showFigures',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId, month }) {
    const figures = await store.figures.get(siteId, month)
    return figures
      ? accept({ now, report: figuresReportOf(figures) })
      : refuse({ code: 'no_figures', month })
  },
}
