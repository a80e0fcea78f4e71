import type { Day, DayBook } from '../../../miniprogram/domain/day'
import { isTaking, kidMovesOf, type DayChange } from '../../../miniprogram/domain/day-change'
import type { Duty } from '../../../miniprogram/domain/duty'
import { dayIdOf, type BookingId, type ChildId, type SiteId } from '../../../miniprogram/domain/ids'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database, type Fields } from './collection'
import { bucketsOf } from './day-buckets'
import { replanFields } from './replan-fields'

/** What everybody may see of a day; reads that do not need who is booked leave that on the server. */
const PUBLIC = {
  siteId: true,
  date: true,
  planVersion: true,
  tariffVersion: true,
  places: true,
  groups: true,
  release: true,
  weekMinutes: true,
  longestMinutes: true,
  notices: true,
  closed: true,
  hours: true,
  slots: true,
  sessions: true,
}

/** What of a day has an end in time. */
export type Kept = Pick<DayBook, 'date' | 'waits' | 'holds'>

export interface Clocking {
  readonly before: Duty | undefined
  readonly after: Duty
}

/** One document a day and site: the truth about every place. */
export function openDays(db: Database) {
  const days = new Collection<DayBook>(db, 'days')
  const _ = db.command

  return {
    plan: (day: DayBook): Promise<boolean> => days.insert(dayIdOf(day.siteId, day.date), day),

    show: (siteId: SiteId, date: LocalDate): Promise<Day | undefined> =>
      days.get(dayIdOf(siteId, date), PUBLIC),

    showMany: (siteId: SiteId, dates: readonly LocalDate[]): Promise<Day[]> =>
      days.find({ _id: _.in(dates.map((date) => dayIdOf(siteId, date))) }, { fields: PUBLIC }),

    /** The day whole: who is expected, here and gone. */
    read: (siteId: SiteId, date: LocalDate): Promise<DayBook | undefined> =>
      days.get(dayIdOf(siteId, date)),

    /** Days whole, by date; those that are not planned are left out. */
    async readMany(siteId: SiteId, dates: readonly LocalDate[]): Promise<DayBook[]> {
      const found = await days.find({ _id: _.in(dates.map((date) => dayIdOf(siteId, date))) })
      return found.sort((a, b) => (a.date < b.date ? -1 : 1))
    },

    /**
     * Puts a day under a new plan: only what differs, never the counters of children, and only while the plan
     * is the one that was read. `same`: there was nothing to change. `lost`: somebody planned it meanwhile.
     */
    async replan(before: Day, after: Day): Promise<'done' | 'same' | 'lost'> {
      const fields = replanFields(before, after, _)
      if (Object.keys(fields).length === 0) return 'same'
      const { siteId, date, planVersion } = before
      const changed = await days.change(
        { _id: dayIdOf(siteId, date), planVersion },
        { ...fields, planVersion: planVersion + 1 },
      )
      return changed === 1 ? 'done' : 'lost'
    },

    /** Those touched at this moment or later, the longest ago first. */
    touchedSince: (since: Instant, limit: number): Promise<DayBook[]> =>
      days.find({ touchedAt: _.gte(since) }, { limit, orderBy: ['touchedAt', 'asc'] }),

    /** The day with no more of its book than these children and bookings, and who waits. */
    async readFor(
      siteId: SiteId,
      date: LocalDate,
      childIds: readonly ChildId[],
      ids: readonly BookingId[],
    ): Promise<DayBook | undefined> {
      const own = [
        ...childIds.map((id) => `kids.${id}`),
        ...ids.map((id) => `reservations.${id}`),
      ].map((path) => [path, true])
      const fields = {
        ...PUBLIC,
        touchedAt: true,
        holds: true,
        waits: true,
        ...Object.fromEntries(own),
      }
      const day = await days.get(dayIdOf(siteId, date), fields)
      return day && { ...day, kids: day.kids ?? {}, reservations: day.reservations ?? {} }
    },

    /** Several days with no more of their books than these children. */
    async readManyFor(
      siteId: SiteId,
      dates: readonly LocalDate[],
      childIds: readonly ChildId[],
    ): Promise<DayBook[]> {
      const fields = {
        ...PUBLIC,
        touchedAt: true,
        ...Object.fromEntries(childIds.map((id) => [`kids.${id}`, true])),
      }
      const found = await days.find(
        { _id: _.in(dates.map((date) => dayIdOf(siteId, date))) },
        { fields },
      )
      return found.map((day) => ({ ...day, kids: day.kids ?? {}, reservations: {} }))
    },

    /**
     * One conditional update, all or nothing: every reservation and asking is still as it was read, no child has a place
     * where one is given to it, and where places are given out the plan is the same and every bucket has room. False is
     * a lost race.
     */
    async change(day: Day, change: DayChange, now: Instant): Promise<boolean> {
      const update: Record<string, unknown> = { touchedAt: now }
      const where: Record<string, unknown> = { _id: dayIdOf(day.siteId, day.date) }
      if (change.moves.some(isTaking)) where['planVersion'] = day.planVersion
      for (const { id, before, after } of change.moves) {
        Object.assign(where, asItWas(`reservations.${id}`, before, ['state', 'rev', 'until']))
        update[`reservations.${id}`] = after ? _.set(after) : _.remove()
        if (after?.until !== before?.until) update[`holds.${id}`] = after?.until ?? _.remove()
      }
      for (const { key, before, after } of change.waits) {
        const path = `waits.${key}`
        Object.assign(where, asItWas(path, before, ['id']))
        if (before) where[`${path}.offer.until`] = before.offer?.until ?? _.exists(false)
        update[path] = after ? _.set(after) : _.remove()
      }
      for (const { childId, key, before, after } of kidMovesOf(change.moves)) {
        const path = `kids.${childId}.${key}`
        where[path] = before ?? _.exists(false)
        if (after !== before) update[path] = after ?? _.remove()
      }
      for (const { path, add, most } of bucketsOf(day, change.moves, now)) {
        if (most !== undefined) where[path] = _.lte(most - add)
        if (add !== 0) update[path] = _.inc(add)
      }
      return (await days.change(where, update)) === 1
    },

    /** Askings of these days, with what is held: what is to be looked after. */
    waiting: (siteId: SiteId, dates: readonly LocalDate[]): Promise<Kept[]> =>
      days.find(
        { _id: _.in(dates.map((date) => dayIdOf(siteId, date))) },
        { fields: { date: true, waits: true, holds: true } },
      ),

    /** What a draw left of its tranche is open to all from now on. */
    drawn: (siteId: SiteId, date: LocalDate, tranche: number): Promise<number> =>
      days.change(
        { _id: dayIdOf(siteId, date), [`release.${tranche}.draw`]: _.exists(true) },
        { [`release.${tranche}.draw.done`]: true },
      ),
    /** A carer's time in the room today, by a key that is no openid. */
    async duty(
      siteId: SiteId,
      date: LocalDate,
      key: string,
    ): Promise<Pick<DayBook, 'groups' | 'onDuty'> | undefined> {
      return days.get(dayIdOf(siteId, date), { groups: true, [`onDuty.${key}`]: true })
    },

    /** Writes it if it is still as it was read. False is a lost race. */
    async clock(siteId: SiteId, date: LocalDate, key: string, { before, after }: Clocking) {
      const path = `onDuty.${key}`
      const same = before
        ? { [`${path}.inAt`]: before.inAt, [`${path}.outAt`]: before.outAt ?? _.exists(false) }
        : { [path]: _.exists(false) }
      return (
        (await days.change({ _id: dayIdOf(siteId, date), ...same }, { [path]: _.set(after) })) === 1
      )
    },
  }

  /** Undefined: it is not there. */
  function asItWas<T extends object>(
    path: string,
    before: T | undefined,
    fields: readonly (keyof T & string)[],
  ): Fields {
    if (!before) return { [path]: _.exists(false) }
    return Object.fromEntries(
      fields
        .filter((field) => before[field] !== undefined)
        .map((field) => [`${path}.${field}`, before[field]]),
    )
  }
}
