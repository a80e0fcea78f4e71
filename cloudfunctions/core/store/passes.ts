import type {
  ChildId,
  BookingId,
  HouseholdId,
  PassId,
  SiteId,
} from '../../../miniprogram/domain/ids'
import type { Pass } from '../../../miniprogram/domain/pass'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

export function openPasses(db: Database) {
  const passes = new Collection<Pass>(db, 'passes')
  const _ = db.command
  const unset = _.exists(false)

  return {
    get: (id: PassId): Promise<Pass | undefined> => passes.get(id),
    /** False when this attempt made it before. */
    add: (pass: Pass): Promise<boolean> => passes.insert(pass.id, pass),
    ofBooking: (bookingId: BookingId): Promise<Pass[]> => passes.find({ bookingId }),
    ofHousehold: (householdId: HouseholdId): Promise<Pass[]> => passes.find({ householdId }),

    /** What the door needs of one day: those that a guardian has confirmed. */
    confirmedOf: (siteId: SiteId, date: LocalDate): Promise<Pass[]> =>
      passes.find({ siteId, date, confirmedAt: _.exists(true) }),

    /** Once: the second to come finds it opened. */
    open: async (id: PassId, openedBy: string, openedAt: Instant): Promise<boolean> =>
      (await passes.change(
        { _id: id, openedBy: unset, revokedAt: unset },
        { openedBy, openedAt },
      )) === 1,

    /** Confirms this opener and no other. */
    confirm: async (id: PassId, openedBy: string, confirmedAt: Instant): Promise<boolean> =>
      (await passes.change(
        { _id: id, openedBy, confirmedAt: unset, revokedAt: unset },
        { confirmedAt },
      )) === 1,

    revoke: (id: PassId, revokedAt: Instant): Promise<number> =>
      passes.change({ _id: id, revokedAt: unset }, { revokedAt }),

    noteTold: (id: PassId, told: string): Promise<number> => passes.change({ _id: id }, { told }),

    erase: (householdId: HouseholdId): Promise<number> => passes.remove({ householdId }),
    eraseChild: (householdId: HouseholdId, childId: ChildId): Promise<number> =>
      passes.remove({ householdId, childId }),
    /** A person who is erased holds no pass of another family any more. */
    release: (openedBy: string, revokedAt: Instant): Promise<number> =>
      passes.change({ openedBy }, { openedBy: _.remove(), revokedAt }),
  }
}
