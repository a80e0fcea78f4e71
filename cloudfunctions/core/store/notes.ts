import type { DayNote } from '../../../miniprogram/domain/day-note'
import type { BookingId, ChildId, HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database, type Stored } from './collection'

/** A child's note of one day; the document's id is the booking's. */
export interface StoredNote {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly note: DayNote
  readonly rev: number
  readonly at: Instant
  readonly by: string
}

export function openNotes(db: Database) {
  const notes = new Collection<StoredNote>(db, 'notes')
  const _ = db.command

  return {
    get: (id: BookingId): Promise<StoredNote | undefined> => notes.get(id),
    many: (ids: readonly BookingId[]): Promise<Stored<StoredNote>[]> =>
      notes.find({ _id: _.in([...ids]) }),
    ofDay: (siteId: SiteId, date: LocalDate): Promise<Stored<StoredNote>[]> =>
      notes.find({ siteId, date }),
    ofHousehold: (householdId: HouseholdId): Promise<StoredNote[]> =>
      notes.findAll({ householdId }),

    /** Writes the note unless somebody wrote another one since it was read. False is a lost race. */
    async save(id: BookingId, note: StoredNote): Promise<boolean> {
      if (note.rev === 1) return notes.insert(id, note)
      const update = { note: _.set(note.note), rev: note.rev, at: note.at, by: note.by }
      return (await notes.change({ _id: id, rev: note.rev - 1 }, update)) === 1
    },
    erase: (householdId: HouseholdId): Promise<number> => notes.remove({ householdId }),
    eraseChild: (householdId: HouseholdId, childId: ChildId): Promise<number> =>
      notes.remove({ householdId, childId }),
  }
}
