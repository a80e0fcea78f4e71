import type { SessionId, SiteId, VolunteerId } from '../../../miniprogram/domain/ids'
import type { HoursEntry } from '../../../miniprogram/domain/service-hours'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** Confirmed time, entry by entry: added to, never changed. */
export function openServiceHours(db: Database) {
  const hours = new Collection<HoursEntry>(db, 'serviceHours')
  const _ = db.command
  const during = (from: LocalDate, to: LocalDate) => _.and(_.gte(from), _.lte(to))

  return {
    /** False when an entry of this number exists. */
    add: (entry: HoursEntry): Promise<boolean> => hours.insert(entry.id, entry),

    ofSession: (volunteerId: VolunteerId, sessionId: SessionId): Promise<HoursEntry[]> =>
      hours.find({ volunteerId, sessionId }, { orderBy: ['at', 'asc'] }),

    /** Of a person, both dates included. */
    ofPerson: (volunteerId: VolunteerId, from: LocalDate, to: LocalDate): Promise<HoursEntry[]> =>
      hours.find({ volunteerId, date: during(from, to) }, { orderBy: ['at', 'asc'] }),

    allOf: (volunteerId: VolunteerId): Promise<HoursEntry[]> => hours.findAll({ volunteerId }),

    firstDateOf: async (volunteerId: VolunteerId): Promise<LocalDate | undefined> =>
      (await hours.find({ volunteerId }, { orderBy: ['date', 'asc'], limit: 1 }))[0]?.date,

    erase: (volunteerId: VolunteerId): Promise<number> => hours.remove({ volunteerId }),

    /** Of a site, both dates included. */
    ofSite: (siteId: SiteId, from: LocalDate, to: LocalDate): Promise<HoursEntry[]> =>
      hours.findAll({ siteId, date: during(from, to) }),
  }
}
