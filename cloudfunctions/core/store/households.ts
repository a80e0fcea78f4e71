import type { Child } from '../../../miniprogram/domain/child'
import type { Absence, Appeal, AppealAnswer } from '../../../miniprogram/domain/absence'
import type { ChildHealth } from '../../../miniprogram/domain/health'
import type { Hold } from '../../../miniprogram/domain/hold'
import type {
  Consent,
  FreeHours,
  Household,
  PapersSeen,
  Trial,
} from '../../../miniprogram/domain/household'
import type { BookingId, ChildId, HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { Month } from '../../../miniprogram/domain/month'
import type { Taken } from '../../../miniprogram/domain/share'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** When a household last took free minutes. */
export interface FreeTaken {
  readonly freeAt: Instant
}

export interface HealthChange {
  readonly before: ChildHealth | undefined
  readonly after: ChildHealth
}

/** A family is one document. */
export function openHouseholds(db: Database) {
  const households = new Collection<Household>(db, 'households')
  const claims = new Collection<Household & FreeTaken>(db, 'households')
  const _ = db.command

  return {
    get: (id: HouseholdId): Promise<Household | undefined> => households.get(id),
    add: (household: Household): Promise<boolean> => households.insert(household.id, household),
    erase: (id: HouseholdId): Promise<number> => households.remove({ _id: id }),

    many: (ids: readonly HouseholdId[]): Promise<Household[]> =>
      ids.length === 0 ? Promise.resolve([]) : households.find({ _id: _.in([...ids]) }),

    ofSite: (siteId: SiteId): Promise<Household[]> => households.findAll({ siteId }),

    /** Some of the site's families in the order of their ids, from after this one; among `ids` alone where given. */
    page: (
      siteId: SiteId,
      after: HouseholdId | '',
      limit: number,
      ids?: readonly HouseholdId[],
    ): Promise<Household[]> =>
      households.find(
        { siteId, _id: ids ? _.in(ids.filter((id) => id > after)) : _.gt(after) },
        {
          limit,
          orderBy: ['_id', 'asc'],
          fields: { id: true, guardians: true, children: true },
        },
      ),

    /** Replaces the children if nobody changed them meanwhile. False is a lost race. */
    async saveChildren(before: Household, children: readonly Child[], childCount: number) {
      const changed = await households.change(
        { _id: before.id, rev: before.rev },
        { children: _.set([...children]), childCount, rev: before.rev + 1 },
      )
      return changed === 1
    },

    /** What the guardian at this place of the list has agreed to. False when somebody else stands there. */
    async saveConsents(
      id: HouseholdId,
      guardian: { readonly at: number; readonly openid: string },
      consents: readonly Consent[],
    ): Promise<boolean> {
      const path = `guardians.${guardian.at}`
      const changed = await households.change(
        { _id: id, [`${path}.openid`]: guardian.openid },
        { [`${path}.consents`]: _.set([...consents]) },
      )
      return changed === 1
    },

    /** Only what differs, if the exclusion is still the one that was read. False is a lost race. */
    async changeHealth(id: HouseholdId, childId: ChildId, change: HealthChange): Promise<boolean> {
      const { before = {}, after } = change
      const excluded = `health.${childId}.excludedUntil`
      const fields = Object.keys({ ...before, ...after }) as (keyof ChildHealth)[]
      const update = Object.fromEntries(
        fields
          .filter((field) => before[field] !== after[field])
          .map((field) => [`health.${childId}.${field}`, after[field] ?? _.remove()]),
      )
      if (Object.keys(update).length === 0) return true
      const where = { _id: id, [excluded]: before.excludedUntil ?? _.exists(false) }
      return (await households.change(where, update)) === 1
    },

    /** The child was here on that day; an earlier day never replaces a later one. */
    cameOn(id: HouseholdId, childId: ChildId, date: LocalDate): Promise<number> {
      const field = `health.${childId}.lastHereOn`
      const older = _.or({ [field]: _.exists(false) }, { [field]: _.lt(date) })
      return households.change(_.and({ _id: id }, older) as never, { [field]: date })
    },

    seePapers: (id: HouseholdId, papers: PapersSeen): Promise<number> =>
      households.change({ _id: id }, { papers: _.set(papers) }),

    /**
     * The one booking that a family without seen papers may hold: claimed when there is none, when it is over,
     * when it is this attempt again, or when it is exactly the one that proved void.
     */
    async claimTrial(id: HouseholdId, trial: Trial, now: Instant, voided?: Trial) {
      const first = trial.bookingIds[0]
      const free = _.or(
        { trial: _.exists(false) },
        { 'trial.until': _.lte(now) },
        { 'trial.bookingIds.0': first },
        ...(voided ? [{ 'trial.bookingIds.0': voided.bookingIds[0] }] : []),
      )
      return (
        (await households.change(_.and({ _id: id }, free) as never, { trial: _.set(trial) })) === 1
      )
    },

    /** Takes of the week's share if so much is left and none of these bookings has taken before. False is a lost race. */
    async takeShare(
      id: HouseholdId,
      week: LocalDate,
      taken: readonly (readonly [BookingId, Taken])[],
      most: number,
    ): Promise<boolean> {
      const minutes = taken.reduce((sum, [, each]) => sum + each.minutes, 0)
      const where: Record<string, unknown> = { _id: id }
      const update: Record<string, unknown> = { [`share.${week}.minutes`]: _.inc(minutes) }
      for (const [bookingId, each] of taken) {
        where[`share.${week}.of.${bookingId}`] = _.exists(false)
        update[`share.${week}.of.${bookingId}`] = _.set(each)
        update.sharedAt = each.at
      }
      const room = _.or(
        { [`share.${week}`]: _.exists(false) },
        { [`share.${week}.minutes`]: _.lte(most - minutes) },
      )
      return minutes <= most && (await households.change(_.and(where, room) as never, update)) === 1
    },

    /** Gives back once what the booking took. */
    returnShare: (
      id: HouseholdId,
      week: LocalDate,
      bookingId: BookingId,
      minutes: number,
    ): Promise<number> =>
      households.change(
        { _id: id, [`share.${week}.of.${bookingId}`]: _.exists(true) },
        {
          [`share.${week}.minutes`]: _.inc(-minutes),
          [`share.${week}.of.${bookingId}`]: _.remove(),
        },
      ),

    forgetShares: (id: HouseholdId, weeks: readonly LocalDate[]): Promise<number> =>
      households.change(
        { _id: id },
        Object.fromEntries(weeks.map((week) => [`share.${week}`, _.remove()])),
      ),

    /** Those that took of their share at this moment or later, the longest ago first. */
    sharedSince: (since: Instant, limit: number): Promise<Household[]> =>
      households.find({ sharedAt: _.gte(since) }, { limit, orderBy: ['sharedAt', 'asc'] }),

    /** Takes free minutes if nobody took any meanwhile. False is a lost race. */
    async claimFree({ id, freeRev }: Household, free: FreeHours, now: Instant): Promise<boolean> {
      const changed = await households.change(
        { _id: id, freeRev: freeRev ?? _.exists(false) },
        { free: _.set(free), freeRev: (freeRev ?? 0) + 1, freeAt: now },
      )
      return changed === 1
    },

    /** Gives a booking's free minutes back, once. */
    returnFree: (id: HouseholdId, month: Month, bookingId: BookingId): Promise<number> =>
      households.change(
        { _id: id, [`free.${month}.${bookingId}`]: _.exists(true) },
        { [`free.${month}.${bookingId}`]: _.remove(), freeRev: _.inc(1) },
      ),

    /** A shortened booking keeps so many of its free minutes; the rest is the family's again. */
    keepFree: (
      id: HouseholdId,
      month: Month,
      bookingId: BookingId,
      minutes: number,
    ): Promise<number> =>
      households.change(
        { _id: id, [`free.${month}.${bookingId}`]: _.exists(true) },
        { [`free.${month}.${bookingId}.minutes`]: minutes, freeRev: _.inc(1) },
      ),

    /** Families that took free minutes at this moment or later, the longest ago first. */
    claimedFreeSince: (since: Instant, limit: number): Promise<(Household & FreeTaken)[]> =>
      claims.find({ freeAt: _.gte(since) }, { limit, orderBy: ['freeAt', 'asc'] }),

    releaseTrial: (id: HouseholdId, bookingId: string): Promise<number> =>
      households.change({ _id: id, 'trial.bookingIds': bookingId }, { trial: _.remove() }),

    /** One hold a family: claimed when there is none, when it is over, when it is the same guardian's, or when it proved void. */
    async claimHold(id: HouseholdId, hold: Hold, now: Instant, voided?: Hold): Promise<boolean> {
      const free = _.or(
        { hold: _.exists(false) },
        { 'hold.until': _.lte(now) },
        { 'hold.by': hold.by },
        ...(voided ? [{ 'hold.attempt': voided.attempt }] : []),
      )
      return (
        (await households.change(_.and({ _id: id }, free) as never, { hold: _.set(hold) })) === 1
      )
    },

    releaseHold: (id: HouseholdId, attempt: string): Promise<number> =>
      households.change({ _id: id, 'hold.attempt': attempt }, { hold: _.remove() }),

    /** Once a day of care, whoever finds it first. */
    noteAbsence: (id: HouseholdId, date: LocalDate, absence: Absence): Promise<number> =>
      households.change(
        { _id: id, [`absences.${date}`]: _.exists(false) },
        { [`absences.${date}`]: _.set(absence) },
      ),

    /** The child had come: the day does not count, and needs no appeal. */
    liftAbsence: (id: HouseholdId, date: LocalDate, answer: AppealAnswer): Promise<number> =>
      households.change(
        {
          _id: id,
          [`absences.${date}`]: _.exists(true),
          [`absences.${date}.answer`]: _.exists(false),
        },
        { [`absences.${date}.answer`]: _.set(answer) },
      ),

    appeal: async (id: HouseholdId, date: LocalDate, appeal: Appeal): Promise<boolean> =>
      (await households.change(
        { _id: id, [`absences.${date}.answer`]: _.exists(false) },
        { [`absences.${date}.appeal`]: _.set(appeal) },
      )) === 1,

    answerAppeal: async (
      id: HouseholdId,
      date: LocalDate,
      answer: AppealAnswer,
    ): Promise<boolean> => {
      const path = `absences.${date}`
      const changed = await households.change(
        { _id: id, [`${path}.appeal`]: _.exists(true), [`${path}.answer`]: _.exists(false) },
        { [`${path}.answer`]: _.set(answer) },
      )
      return changed === 1
    },
  }
}
