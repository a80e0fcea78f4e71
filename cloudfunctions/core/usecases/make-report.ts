import { FaultError } from '../../../miniprogram/domain/fault'
import { figuresReportOf } from '../../../miniprogram/domain/month-figures'
import { reportSheetsOf } from '../../../miniprogram/domain/report-sheets'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** The month's workbook. It travels in the answer: no copy of it stays in the cloud. */
export const makeReport: UseCase<'makeReport', 'staff'> = {
  name: 'makeReport',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, workbookOf, calendarOf }, { siteId, month }) {
    const [site, figures] = await Promise.all([
      store.sites.get(siteId),
      store.figures.get(siteId, month),
    ])
    if (!site) throw new FaultError({ code: 'not_found' })
    if (!figures) return refuse({ code: 'no_figures', month })
    const calendar = calendarOf(Object.keys(figures.days) as LocalDate[])
    const sheets = reportSheetsOf(figuresReportOf(figures, calendar), site.name)
    return accept({ name: `${month} 小结.xlsx`, base64: await workbookOf(sheets) })
  },
}
