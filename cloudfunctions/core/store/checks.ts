import type { Illness } from '../../../miniprogram/domain/illness'
import type { BookingId, ChildId, HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { MorningCheck } from '../../../miniprogram/domain/morning-check'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database, type Stored } from './collection'

/** One look at a child, with who looked. */
export interface Looked extends MorningCheck {
  readonly attempt: string
  readonly at: Instant
  readonly by: string
  readonly outcome: 'stays' | 'goes_home'
  /** The line of the table as it was then. */
  readonly illness?: Illness
  readonly returnOn?: LocalDate
}

/** A child's morning check of one day; the document's id is the booking's. The last look stands. */
export interface StoredCheck extends Looked {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly rev: number
  readonly earlier: readonly Looked[]
  /** When the families who were exposed were told. */
  readonly noticedAt?: Instant
}

/** What the room shows of a check: how it ended, nothing of what was seen. */
const GLANCE = { outcome: true, noticedAt: true }
export type CheckGlance = Pick<StoredCheck, 'outcome' | 'noticedAt'>

export function openChecks(db: Database) {
  const checks = new Collection<StoredCheck>(db, 'checks')
  const _ = db.command

  return {
    get: (id: BookingId): Promise<StoredCheck | undefined> => checks.get(id),
    add: (id: BookingId, check: StoredCheck): Promise<boolean> => checks.insert(id, check),

    /** The new look in front of the old ones. False is a lost race. */
    async replace(id: BookingId, before: StoredCheck, check: StoredCheck): Promise<boolean> {
      const { illness, returnOn, medicine, suspicion, ...rest } = check
      const optional = { illness, returnOn, medicine, suspicion }
      const update = Object.fromEntries([
        ...Object.entries(rest).map(([field, value]) => [field, _.set(value)]),
        ...Object.entries(optional).map(([field, value]) => [
          field,
          value === undefined ? _.remove() : _.set(value),
        ]),
      ])
      return (await checks.change({ _id: id, rev: before.rev }, update)) === 1
    },

    ofDay: async (siteId: SiteId, date: LocalDate): Promise<Stored<CheckGlance>[]> =>
      checks.find({ siteId, date }, { fields: GLANCE }),
    ofHousehold: (householdId: HouseholdId): Promise<StoredCheck[]> =>
      checks.findAll({ householdId }),
    noticed: (id: BookingId, noticedAt: Instant): Promise<number> =>
      checks.change({ _id: id, noticedAt: _.exists(false) }, { noticedAt }),
    erase: (householdId: HouseholdId): Promise<number> => checks.remove({ householdId }),
    eraseChild: (householdId: HouseholdId, childId: ChildId): Promise<number> =>
      checks.remove({ householdId, childId }),
  }
}
