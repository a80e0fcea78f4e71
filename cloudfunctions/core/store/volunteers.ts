import type { SiteId, VolunteerId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import { Collection, type Database } from './collection'

/** The point's people who are no staff, each under an id made from site and account: nobody applies twice. */
export function openVolunteers(db: Database) {
  const volunteers = new Collection<Volunteer>(db, 'volunteers')
  const _ = db.command

  return {
    get: (id: VolunteerId): Promise<Volunteer | undefined> => volunteers.get(id),
    add: (volunteer: Volunteer): Promise<boolean> => volunteers.insert(volunteer.id, volunteer),
    ofSite: (siteId: SiteId): Promise<Volunteer[]> => volunteers.findAll({ siteId }),
    ofAccount: (openid: string): Promise<Volunteer[]> => volunteers.find({ openid }),

    many: (ids: readonly VolunteerId[]): Promise<Volunteer[]> =>
      ids.length === 0 ? Promise.resolve([]) : volunteers.find({ _id: _.in([...ids]) }),

    /** Whose certificate's last day lies between these, both included. */
    expiring: (siteId: SiteId, from: LocalDate, to: LocalDate): Promise<Volunteer[]> =>
      volunteers.find({ siteId, certificateUntil: _.and(_.gte(from), _.lte(to)) }),

    /** False: somebody changed it since it was read. */
    async save(volunteer: Volunteer): Promise<boolean> {
      const { id, rev, name, team, skills, languages, availability, trainings } = volunteer
      const { vettedOn, certificateUntil, endedOn } = volunteer
      const changed = await volunteers.change(
        { _id: id, rev },
        {
          name,
          team,
          skills: _.set([...skills]),
          languages: _.set([...languages]),
          availability: _.set([...availability]),
          trainings: _.set([...trainings]),
          vettedOn: vettedOn ?? _.remove(),
          certificateUntil: certificateUntil ?? _.remove(),
          endedOn: endedOn ?? _.remove(),
          rev: rev + 1,
        },
      )
      return changed === 1
    },

    erase: (id: VolunteerId): Promise<number> => volunteers.remove({ _id: id }),
  }
}
