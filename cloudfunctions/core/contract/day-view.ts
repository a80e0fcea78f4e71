import * as v from 'valibot'
import * as shape from './shapes'

const group = v.object({
  id: shape.groupId,
  name: v.string(),
  fromMonths: v.number(),
  toMonths: v.number(),
  cap: v.number(),
  mostPerCarer: v.exactOptional(v.number()),
})

const slot = v.object({
  children: v.number(),
  groups: shape.mapBy(
    shape.groupId,
    v.object({ carers: v.number(), children: v.number(), load: v.number() }),
  ),
  closed: v.exactOptional(v.string()),
})

const opening = v.object({
  opensAt: shape.instant,
  percent: v.number(),
  draw: v.exactOptional(v.object({ from: shape.instant, done: v.exactOptional(v.literal(true)) })),
})

/** A day as everybody may see it: how full, never who. */
export const dayView = v.object({
  siteId: shape.siteId,
  date: shape.date,
  planVersion: v.number(),
  tariffVersion: v.string(),
  places: v.number(),
  groups: v.array(group),
  release: v.exactOptional(v.array(opening)),
  weekMinutes: v.exactOptional(v.number()),
  longestMinutes: v.exactOptional(v.number()),
  closed: v.exactOptional(v.string()),
  hours: v.exactOptional(shape.span),
  slots: shape.mapBy(shape.slotKey, slot),
})
