import type { Deletion } from '../../../miniprogram/domain/deletion'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { Collection, type Database } from './collection'

/** What was deleted, by kind and number. */
export function openDeletions(db: Database) {
  const deletions = new Collection<Deletion>(db, 'deletions')
  const _ = db.command

  return {
    /** Written before anything goes, once; whoever goes on after a crash finds the first count. */
    begin: (deletion: Deletion): Promise<boolean> => deletions.insert(deletion.id, deletion),
    finish: (id: string): Promise<number> =>
      deletions.change({ _id: id, done: _.exists(false) }, { done: true }),
    ofSite: (siteId: SiteId, limit: number): Promise<Deletion[]> =>
      deletions.find(
        { siteId: _.in([siteId, '']), done: true },
        { orderBy: ['date', 'desc'], limit },
      ),
  }
}
