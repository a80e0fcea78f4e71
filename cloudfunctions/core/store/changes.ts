import type { SiteId } from '../../../miniprogram/domain/ids'
import type { SettingChange } from '../../../miniprogram/domain/setting-change'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** Who changed what at a site. Entries are added and read; nothing changes or removes one. */
export function openChanges(db: Database) {
  const changes = new Collection<SettingChange>(db, 'changes')
  const _ = db.command

  return {
    get: (id: string): Promise<SettingChange | undefined> => changes.get(id),
    /** False when it stands there already. */
    add: (change: SettingChange): Promise<boolean> => changes.insert(change.id, change),

    /** The latest first; those made before this moment, if one is given. */
    latest: (siteId: SiteId, limit: number, before?: Instant): Promise<SettingChange[]> =>
      changes.find(before === undefined ? { siteId } : { siteId, at: _.lt(before) }, {
        orderBy: ['at', 'desc'],
        limit,
      }),
  }
}
