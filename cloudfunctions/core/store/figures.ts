import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Month } from '../../../miniprogram/domain/month'
import type { MonthFigures } from '../../../miniprogram/domain/month-figures'
import { Collection, type Database } from './collection'

/** A site's months in numbers, one document each; written whole by the timer, again and again the same. */
export function openFigures(db: Database) {
  const figures = new Collection<MonthFigures>(db, 'figures')
  const _ = db.command

  return {
    get: (siteId: SiteId, month: Month): Promise<MonthFigures | undefined> =>
      figures.get(idOf(siteId, month)),

    async save(made: MonthFigures): Promise<void> {
      const { siteId, month, madeAt, days, bills, service, notices } = made
      const id = idOf(siteId, month)
      const changed = await figures.change(
        { _id: id },
        {
          madeAt,
          days: _.set(days),
          bills: _.set(bills),
          service: _.set(service),
          notices: _.set(notices),
        },
      )
      if (changed === 0) await figures.insert(id, made)
    },
  }
}

function idOf(siteId: SiteId, month: Month): string {
  return `${siteId}_${month}`
}
