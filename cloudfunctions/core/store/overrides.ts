import type { ChildId, HouseholdId, OverrideId, SiteId } from '../../../miniprogram/domain/ids'
import type { Override } from '../../../miniprogram/domain/override'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

export function openOverrides(db: Database) {
  const overrides = new Collection<Override>(db, 'overrides')
  const _ = db.command

  return {
    get: (id: OverrideId): Promise<Override | undefined> => overrides.get(id),
    /** False when this attempt asked before. */
    add: (override: Override): Promise<boolean> => overrides.insert(override.id, override),

    /** Asked at this moment or later, and nobody has agreed yet. */
    open: (siteId: SiteId, date: LocalDate, since: Instant): Promise<Override[]> =>
      overrides.find({ siteId, date, askedAt: _.gt(since), agreedAt: _.exists(false) }),

    /** Once: the first who agrees is the second carer. */
    agree: async (
      id: OverrideId,
      by: { readonly openid: string; readonly name: string },
      agreedAt: Instant,
    ): Promise<boolean> =>
      (await overrides.change(
        { _id: id, agreedAt: _.exists(false) },
        { agreedBy: by.openid, agreedByName: by.name, agreedAt },
      )) === 1,

    ofHousehold: (householdId: HouseholdId): Promise<Override[]> => overrides.find({ householdId }),
    erase: (householdId: HouseholdId): Promise<number> => overrides.remove({ householdId }),
    eraseChild: (householdId: HouseholdId, childId: ChildId): Promise<number> =>
      overrides.remove({ householdId, childId }),
  }
}
