import type { Day, DayBook, Reservation } from '../../../miniprogram/domain/day'
import { dayIdOf, type BookingId, type ChildId, type SiteId } from '../../../miniprogram/domain/ids'
import { CARER_LOAD } from '../../../miniprogram/domain/load'
import { releasedOf } from '../../../miniprogram/domain/release'
import { slotKeysOf } from '../../../miniprogram/domain/span'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database, type Fields } from './collection'

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
  closed: true,
  hours: true,
  slots: true,
}

/** The new reservations of one attempt: one child or siblings, one span. */
export type Taking = readonly (readonly [BookingId, Reservation])[]

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

    /** Those touched at this moment or later, the longest ago first. */
    touchedSince: (since: Instant, limit: number): Promise<DayBook[]> =>
      days.find({ touchedAt: _.gte(since) }, { limit, orderBy: ['touchedAt', 'asc'] }),

    /** The day with no more of its book than these children and bookings. */
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
      const fields = { ...PUBLIC, touchedAt: true, ...Object.fromEntries(own) }
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
     * Takes the places if the plan is still the same, every bucket has room for all of them, and no child has a
     * place there already: one conditional update, all or nothing. False is a lost race.
     */
    async take(day: Day, taking: Taking, now: Instant): Promise<boolean> {
      const where: Record<string, unknown> = {
        _id: dayIdOf(day.siteId, day.date),
        planVersion: day.planVersion,
      }
      const update: Record<string, unknown> = { touchedAt: now }
      for (const [id, reservation] of taking) {
        where[`reservations.${id}`] = _.exists(false)
        update[`reservations.${id}`] = _.set(reservation)
        for (const key of slotKeysOf(reservation.span)) {
          where[`kids.${reservation.childId}.${key}`] = _.exists(false)
          update[`kids.${reservation.childId}.${key}`] = id
        }
      }
      for (const { path, most, add } of bucketsOf(
        day,
        taking.map(([, each]) => each),
        now,
      )) {
        where[path] = _.lte(most - add)
        update[path] = _.inc(add)
      }
      return (await days.change(where, update)) === 1
    },

    /** What a draw left of its tranche is open to all from now on. */
    drawn: (siteId: SiteId, date: LocalDate, tranche: number): Promise<number> =>
      days.change(
        { _id: dayIdOf(siteId, date), [`release.${tranche}.draw`]: _.exists(true) },
        { [`release.${tranche}.draw.done`]: true },
      ),

    /** Frees the places and sets the state in one conditional update on state and `rev`. False is a lost race. */
    async cancel(
      siteId: SiteId,
      date: LocalDate,
      id: BookingId,
      { before, after }: { before: Reservation; after: Reservation },
      now: Instant,
    ): Promise<boolean> {
      const update: Record<string, unknown> = {
        touchedAt: now,
        [`reservations.${id}`]: _.set(after),
      }
      for (const key of slotKeysOf(before.span)) {
        const path = `slots.${key}.groups.${before.groupId}`
        update[`slots.${key}.children`] = _.inc(-1)
        update[`${path}.children`] = _.inc(-1)
        update[`${path}.load`] = _.inc(-before.load)
        update[`kids.${before.childId}.${key}`] = _.remove()
      }
      return (await days.change(unchanged(siteId, date, id, before), update)) === 1
    },

    /** Changes a reservation that keeps its places: in at the door, out again. False is a lost race. */
    async advance(
      siteId: SiteId,
      date: LocalDate,
      id: BookingId,
      { before, after }: { before: Reservation; after: Reservation },
      now: Instant,
    ): Promise<boolean> {
      const update = { touchedAt: now, [`reservations.${id}`]: _.set(after) }
      return (await days.change(unchanged(siteId, date, id, before), update)) === 1
    },
  }
}

function unchanged(
  siteId: SiteId,
  date: LocalDate,
  id: BookingId,
  { state, rev }: Reservation,
): Fields {
  return {
    _id: dayIdOf(siteId, date),
    [`reservations.${id}.state`]: state,
    [`reservations.${id}.rev`]: rev,
  }
}

interface Bucket {
  readonly path: string
  readonly most: number
  readonly add: number
}

/** Every counter that these reservations of one span raise, with its limit as far as it is released: the room, each group, its carers' load. */
function bucketsOf(day: Day, reservations: readonly Reservation[], now: Instant): Bucket[] {
  const [first] = reservations
  if (!first) return []
  const open = (limit: number): number => releasedOf(limit, day, now)
  return slotKeysOf(first.span).flatMap((key) => {
    const room = { path: `slots.${key}.children`, most: open(day.places), add: reservations.length }
    const groups = day.groups.flatMap((group) => {
      const here = reservations.filter(({ groupId }) => groupId === group.id)
      const path = `slots.${key}.groups.${group.id}`
      const carers = day.slots[key]?.groups[group.id]?.carers ?? 0
      const load = here.reduce((sum, each) => sum + each.load, 0)
      return [
        { path: `${path}.children`, most: open(group.cap), add: here.length },
        { path: `${path}.load`, most: open(carers * CARER_LOAD), add: load },
      ]
    })
    return [room, ...groups].filter(({ add }) => add > 0)
  })
}
