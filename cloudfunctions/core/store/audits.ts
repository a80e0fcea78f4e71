import type { AuditEntry } from '../../../miniprogram/domain/audit'
import type { ChildId, SiteId } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** Who read children's health data. Entries are added and read; nothing here, and nothing else, changes or removes one. */
export function openAudits(db: Database) {
  const audits = new Collection<AuditEntry>(db, 'audits')

  return {
    add: (id: string, entry: AuditEntry): Promise<boolean> => audits.insert(id, entry),
    ofDay: (siteId: SiteId, date: LocalDate, childId?: ChildId): Promise<AuditEntry[]> =>
      audits.findAll({ siteId, date, ...(childId ? { childIds: childId } : {}) }),
  }
}
