import type { BookId, ChildId, HouseholdId } from '../../../miniprogram/domain/ids'
import type { Hearing, Reading } from '../../../miniprogram/domain/reading'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** What a child heard on a day. */
export type Told = Pick<Reading, 'siteId' | 'householdId' | 'childId'> & {
  readonly date: LocalDate
  readonly bookIds: readonly BookId[]
  readonly where: Hearing
}

export function openReadings(db: Database) {
  const readings = new Collection<Reading>(db, 'readings')
  const _ = db.command

  return {
    get: (id: ChildId): Promise<Reading | undefined> => readings.get(id),
    ofHousehold: (householdId: HouseholdId): Promise<Reading[]> => readings.find({ householdId }),

    /** Adds to the child's log; told again, or by two at once, it is the same log. */
    async tell({ date, bookIds, where, ...whose }: Told): Promise<void> {
      const { childId } = whose
      const update = Object.fromEntries(
        bookIds.flatMap((bookId) =>
          Object.entries(where).map(([how, value]) => [`heard.${bookId}.${date}.${how}`, value]),
        ),
      )
      if ((await readings.change({ _id: childId }, update)) === 1) return
      const days = { [date]: where }
      const heard = Object.fromEntries(bookIds.map((bookId) => [bookId, days]))
      // Nothing changed: the log is new, or all of it was told before.
      if (!(await readings.insert(childId, { ...whose, heard })))
        await readings.change({ _id: childId }, update)
    },

    erase: (householdId: HouseholdId): Promise<number> => readings.remove({ householdId }),
    eraseChild: (householdId: HouseholdId, childId: ChildId): Promise<number> =>
      readings.remove({ householdId, childId }),
  }
}
