import type { HouseholdId, SeriesId } from '../../../miniprogram/domain/ids'
import type { Series } from '../../../miniprogram/domain/series'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** Repeating bookings: what the family asked for and what became of each day. The days hold the places. */
export function openSeries(db: Database) {
  const series = new Collection<Series>(db, 'series')
  const _ = db.command

  return {
    get: (id: SeriesId): Promise<Series | undefined> => series.get(id),
    add: (each: Series): Promise<boolean> => series.insert(each.id, each),
    erase: (householdId: HouseholdId): Promise<number> => series.remove({ householdId }),

    /** The family's, the latest first. */
    ofHousehold: (householdId: HouseholdId, limit: number): Promise<Series[]> =>
      series.find({ householdId }, { orderBy: ['askedAt', 'desc'], limit }),

    /** Those with a day to decide by now, who asked first comes first. */
    async due(now: Instant, limit: number): Promise<Series[]> {
      const found = await series.find({ nextAt: _.lte(now) }, { orderBy: ['nextAt', 'asc'], limit })
      return found.sort((a, b) => a.askedAt - b.askedAt)
    },

    /** Writes what became of it, if nobody changed it meanwhile. False is a lost race. */
    async save({ id, rev }: Series, { state, days, nextAt }: Omit<Series, 'rev'>) {
      const changed = await series.change(
        { _id: id, rev },
        {
          state,
          days: _.set(days),
          nextAt: nextAt === undefined ? _.remove() : nextAt,
          rev: rev + 1,
        },
      )
      return changed === 1
    },
  }
}
