import type { Farewell, Household } from '../../../miniprogram/domain/household'
import type { ChildId, HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** The households once more: when each file is looked at for its end, and what is told of it. */
export function openFamilyFiles(db: Database) {
  const households = new Collection<Household>(db, 'households')
  const _ = db.command

  return {
    /** Files that are to be looked at by this day, those that never were among them. */
    async toReview(today: LocalDate, limit: number): Promise<Household[]> {
      const due = await households.find(
        { reviewOn: _.lte(today) },
        { orderBy: ['reviewOn', 'asc'], limit },
      )
      if (due.length === limit) return due
      const fresh = await households.find(
        { reviewOn: _.exists(false) },
        { limit: limit - due.length },
      )
      return [...due, ...fresh]
    },

    /** What a look found, unless a guardian asked for longer meanwhile. */
    reviewed: (
      { id, keptUntil }: Household,
      reviewOn: LocalDate,
      farewell: Farewell | undefined,
    ): Promise<number> =>
      households.change(
        { _id: id, keptUntil: keptUntil ?? _.exists(false) },
        { reviewOn, farewell: farewell ? _.set(farewell) : _.remove() },
      ),

    /** The site's files are looked at by this day at the latest. */
    reviewBy: (siteId: SiteId, day: LocalDate): Promise<number> =>
      households.change({ siteId, reviewOn: _.gt(day) }, { reviewOn: day }),

    keepUntil: (id: HouseholdId, keptUntil: LocalDate): Promise<number> =>
      households.change({ _id: id }, { keptUntil, farewell: _.remove() }),

    /** One child's record less; the rest of the family stays. False is a lost race. */
    async removeChildren(before: Household, childIds: readonly ChildId[]): Promise<boolean> {
      const gone = childIds.map((id) => [`health.${id}`, _.remove()])
      const changed = await households.change(
        { _id: before.id, rev: before.rev },
        {
          ...Object.fromEntries(gone),
          children: _.set(before.children.filter(({ id }) => !childIds.includes(id))),
          farewell: _.remove(),
          rev: before.rev + 1,
        },
      )
      return changed === 1
    },
  }
}
