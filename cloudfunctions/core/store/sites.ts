import type { HealthRules } from '../../../miniprogram/domain/illness'
import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Closure, Shift, Site } from '../../../miniprogram/domain/site'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import type { Weekday } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** A site's working week and what is closed: days are planned from it. */
export interface Roster {
  readonly tariffVersion: string
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Shift[]>>>
  readonly closures: readonly Closure[]
}

/** A tariff version never changes, so a warm function reads it once. */
const tariffsRead = new Map<string, Tariff>()

export function openSites(db: Database) {
  const sites = new Collection<Site>(db, 'sites')
  const tariffs = new Collection<Tariff>(db, 'tariffs')
  const rosters = new Collection<Roster>(db, 'rosters')
  const _ = db.command

  return {
    all: (): Promise<Site[]> => sites.findAll({}),
    get: (id: SiteId): Promise<Site | undefined> => sites.get(id),
    saveHealth: (id: SiteId, health: HealthRules): Promise<number> =>
      sites.change({ _id: id }, { health: _.set(health) }),
    roster: (id: SiteId): Promise<Roster | undefined> => rosters.get(id),

    async tariff(siteId: SiteId, version: string): Promise<Tariff> {
      const id = `${siteId}_${version}`
      const read = tariffsRead.get(id) ?? (await tariffs.get(id))
      if (!read) throw new Error(`no tariff ${id}`)
      tariffsRead.set(id, read)
      return read
    },
  }
}
