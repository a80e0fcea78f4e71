import type { HealthRules } from '../../../miniprogram/domain/illness'
import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Roster } from '../../../miniprogram/domain/roster'
import type { Site } from '../../../miniprogram/domain/site'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import { Collection, type Database } from './collection'

/** A tariff version never changes, so a warm function reads it once. */
const tariffsRead = new Map<string, Tariff>()

/** Which attempt saved it, so that a repeated call finds its own. */
export type StoredTariff = Tariff & { readonly attempt?: string }

export function openSites(db: Database) {
  const sites = new Collection<Site>(db, 'sites')
  const tariffs = new Collection<StoredTariff>(db, 'tariffs')
  const rosters = new Collection<Roster>(db, 'rosters')
  const _ = db.command

  return {
    all: (): Promise<Site[]> => sites.findAll({}),
    get: (id: SiteId): Promise<Site | undefined> => sites.get(id),
    saveHealth: (id: SiteId, health: HealthRules): Promise<number> =>
      sites.change({ _id: id }, { health: _.set(health) }),
    roster: (id: SiteId): Promise<Roster | undefined> => rosters.get(id),

    /** Changes the roster if nobody has since this `rev`. False is a lost race. */
    async saveRoster(id: SiteId, rev: number, change: Partial<Roster>): Promise<boolean> {
      const fields = Object.entries(change).map(([field, value]) => [field, _.set(value)])
      const update = { ...Object.fromEntries(fields), rev: rev + 1 }
      return (await rosters.change({ _id: id, rev }, update)) === 1
    },
    tariffs: (siteId: SiteId): Promise<StoredTariff[]> => tariffs.find({ siteId }),

    /** False when the version's name is taken. */
    addTariff: (tariff: StoredTariff): Promise<boolean> =>
      tariffs.insert(`${tariff.siteId}_${tariff.version}`, tariff),

    async tariff(siteId: SiteId, version: string): Promise<Tariff> {
      const id = `${siteId}_${version}`
      const read = tariffsRead.get(id) ?? (await tariffs.get(id))
      if (!read) throw new Error(`no tariff ${id}`)
      tariffsRead.set(id, read)
      return read
    },
  }
}
