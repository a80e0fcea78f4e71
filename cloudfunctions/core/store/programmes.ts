import type { SessionId, SiteId } from '../../../miniprogram/domain/ids'
import {
  emptyProgramme,
  mondaysBetween,
  programmeIdOf,
  sessionDateOf,
  sessionsOf,
  type Programme,
} from '../../../miniprogram/domain/programme'
import type { Session } from '../../../miniprogram/domain/session'
import type { Timetable, TimetableLine } from '../../../miniprogram/domain/timetable'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** One document a site and week: every session of it. */
export function openProgrammes(db: Database) {
  const programmes = new Collection<Programme>(db, 'programmes')
  const timetables = new Collection<Timetable>(db, 'timetables')
  const _ = db.command

  return {
    /** The week that holds the date; without sessions and with `rev` 0 before anything is planned. */
    async week(siteId: SiteId, date: LocalDate): Promise<Programme> {
      const found = await programmes.get(programmeIdOf(siteId, date))
      return found ?? emptyProgramme(siteId, date)
    },

    /** Sessions of these days, both ends included, in order of time; those that were called off too. */
    async between(siteId: SiteId, from: LocalDate, to: LocalDate): Promise<Session[]> {
      const ids = mondaysBetween(from, to).map((monday) => programmeIdOf(siteId, monday))
      const found = await programmes.find({ _id: _.in(ids) })
      return sessionsOf(found).filter(({ date }) => from <= date && date <= to)
    },

    async session(siteId: SiteId, id: SessionId): Promise<Session | undefined> {
      const date = sessionDateOf(id)
      return date && (await programmes.get(programmeIdOf(siteId, date)))?.sessions[id]
    },

    /** Writes these sessions of the week if nobody has changed it since it was read. False is a lost race. */
    async save(before: Programme, sessions: readonly Session[]): Promise<boolean> {
      const { siteId, monday, rev } = before
      const id = programmeIdOf(siteId, monday)
      if (rev === 0) {
        const all = Object.fromEntries(sessions.map((session) => [session.id, session]))
        return programmes.insert(id, { siteId, monday, rev: 1, sessions: all })
      }
      const changes = sessions.map((session) => [`sessions.${session.id}`, _.set(session)])
      const update = { ...Object.fromEntries(changes), rev: rev + 1 }
      return (await programmes.change({ _id: id, rev }, update)) === 1
    },

    async timetable(siteId: SiteId): Promise<Timetable> {
      return (await timetables.get(siteId)) ?? { rev: 0, lines: [] }
    },

    /** False when somebody saved it since this `rev`. */
    async saveTimetable(
      siteId: SiteId,
      rev: number,
      lines: readonly TimetableLine[],
    ): Promise<boolean> {
      if (rev === 0) return timetables.insert(siteId, { rev: 1, lines })
      const update = { lines: _.set(lines), rev: rev + 1 }
      return (await timetables.change({ _id: siteId, rev }, update)) === 1
    },
  }
}
