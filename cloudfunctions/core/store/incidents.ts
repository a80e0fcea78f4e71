import type { ChildId, SiteId } from '../../../miniprogram/domain/ids'
import type { Incident } from '../../../miniprogram/domain/incident'
import { Collection, type Database } from './collection'

/** Incidents name their children by id alone, and stay when a family is erased: the record is the point's duty. */
export function openIncidents(db: Database) {
  const incidents = new Collection<Incident>(db, 'incidents')
  const _ = db.command

  return {
    /** False when this attempt recorded it before. */
    add: (incident: Incident): Promise<boolean> => incidents.insert(incident.id, incident),
    get: (id: string): Promise<Incident | undefined> => incidents.get(id),
    ofSite: (siteId: SiteId): Promise<Incident[]> =>
      incidents.find({ siteId }, { orderBy: ['recordedAt', 'desc'], limit: 100 }),
    ofChildren: (siteId: SiteId, childIds: readonly ChildId[]): Promise<Incident[]> =>
      childIds.length === 0
        ? Promise.resolve([])
        : incidents.find({ siteId, childIds: _.in([...childIds]) }),
    keepVideo: (id: string, kept: NonNullable<Incident['videoKept']>): Promise<number> =>
      incidents.change({ _id: id, videoKept: _.exists(false) }, { videoKept: _.set(kept) }),
  }
}
