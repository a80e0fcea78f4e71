import type { Day, Slot } from '../../../miniprogram/domain/day'
import type { GroupId, SessionId } from '../../../miniprogram/domain/ids'
import type { Seats } from '../../../miniprogram/domain/seats'
import type { SlotKey } from '../../../miniprogram/domain/span'
import type { Database, Fields } from './collection'

type Command = Database['command']

const PLANNED = [
  'tariffVersion',
  'places',
  'groups',
  'release',
  'weekMinutes',
  'longestMinutes',
  'notices',
  'closed',
  'hours',
] as const

/**
 * The fields of a day's document that a new plan changes, by path. The counters of children are not among
 * them: bookings raise and lower those at the same time. Empty when the plan is the same.
 */
export function replanFields(before: Day, after: Day, _: Command): Fields {
  const top = PLANNED.map((field) => [field, changed(before[field], after[field], _)] as const)
  const slots = (Object.entries(after.slots) as [SlotKey, Slot][]).flatMap(([key, slot]) =>
    slotFields(`slots.${key}`, before.slots[key], slot, _),
  )
  const sessions = (Object.entries(after.sessions ?? {}) as [SessionId, Seats][]).flatMap(
    ([id, seats]) => seatFields(`sessions.${id}`, before.sessions?.[id], seats, _),
  )
  return Object.fromEntries(
    [...top, ...slots, ...sessions].filter(([, value]) => value !== undefined),
  )
}

const SEAT_FIELDS = [
  'span',
  'service',
  'title',
  'accompanied',
  'shared',
  'places',
  'fromMonths',
  'toMonths',
  'off',
] as const satisfies readonly (keyof Seats)[]

function seatFields(
  path: string,
  before: Seats | undefined,
  after: Seats,
  _: Command,
): (readonly [string, unknown])[] {
  if (!before) return [[path, _.set(after)] as const]
  return SEAT_FIELDS.map(
    (field) => [`${path}.${field}`, changed(before[field], after[field], _)] as const,
  )
}

function slotFields(
  path: string,
  before: Slot | undefined,
  after: Slot,
  _: Command,
): (readonly [string, unknown])[] {
  if (!before) return [[path, _.set(after)] as const]
  const groups = (Object.keys(after.groups) as GroupId[]).map((id) => {
    const [old, now] = [before.groups[id], after.groups[id]]
    const inGroup = `${path}.groups.${id}`
    return old
      ? ([`${inGroup}.carers`, changed(old.carers, now?.carers, _)] as const)
      : ([inGroup, _.set(now)] as const)
  })
  return [[`${path}.closed`, changed(before.closed, after.closed, _)] as const, ...groups]
}

/** What to write of a value; undefined when it stays. Both were written by the same code, so their keys have one order. */
function changed(before: unknown, after: unknown, _: Command): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined
  return after === undefined ? _.remove() : _.set(after)
}
