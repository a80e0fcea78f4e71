import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Roster } from '../../../miniprogram/domain/roster'
import type { SettingName, SiteChange } from '../../../miniprogram/domain/setting'
import type { Editions, SettingChange } from '../../../miniprogram/domain/setting-change'
import type { Site } from '../../../miniprogram/domain/site'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import { Collection, type Database } from './collection'

/** A tariff version never changes, so a warm function reads it once. */
const tariffsRead = new Map<string, Tariff>()

/** Which attempt saved it, so that a repeated call finds its own, and who. */
export type StoredTariff = Tariff & {
  readonly attempt?: string
  readonly by?: string
  readonly byName?: string
}

export type StoredSite = Site & {
  readonly editions?: Editions
  /** The entry that the list of changes has, or gets. */
  readonly lastChange?: SettingChange
}

export function openSites(db: Database) {
  const sites = new Collection<StoredSite>(db, 'sites')
  const tariffs = new Collection<StoredTariff>(db, 'tariffs')
  const rosters = new Collection<Roster>(db, 'rosters')
  const _ = db.command

  return {
    all: (): Promise<StoredSite[]> => sites.findAll({}),
    get: (id: SiteId): Promise<StoredSite | undefined> => sites.get(id),

    /** Changes a setting if neither it nor the last entry is another than was read. False is a lost race. */
    async change(
      site: StoredSite,
      { what, edition }: { readonly what: SettingName | 'roles'; readonly edition: number },
      fields: SiteChange,
      entry: SettingChange,
    ): Promise<boolean> {
      const count = `editions.${what}`
      const values = Object.entries(fields).map(([field, value]) => [
        field,
        value === undefined ? _.remove() : _.set(value),
      ])
      const changed = await sites.change(
        {
          _id: site.id,
          [count]: edition === 0 ? _.exists(false) : edition,
          'lastChange.id': site.lastChange?.id ?? _.exists(false),
        },
        { ...Object.fromEntries(values), [count]: edition + 1, lastChange: _.set(entry) },
      )
      return changed === 1
    },

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
