import * as v from 'valibot'
import * as shape from './shapes'

/** A carer's working time in one group. */
export const shift = v.strictObject({
  carer: shape.typed(10),
  groupId: shape.groupId,
  span: shape.planSpan,
})

/** Opening hours by weekday; one that is missing is closed. */
export const hours = v.strictObject({
  1: v.exactOptional(shape.planSpan),
  2: v.exactOptional(shape.planSpan),
  3: v.exactOptional(shape.planSpan),
  4: v.exactOptional(shape.planSpan),
  5: v.exactOptional(shape.planSpan),
  6: v.exactOptional(shape.planSpan),
  7: v.exactOptional(shape.planSpan),
})

const closure = v.object({
  date: shape.date,
  span: v.exactOptional(shape.span),
  why: v.string(),
})

const plannedDate = v.object({
  date: shape.date,
  /** The weekday that it follows; another than its own on a swapped working day. */
  weekday: shape.weekday,
  /** It has shifts of its own, in place of the weekday's. */
  changed: v.boolean(),
  closed: v.exactOptional(v.string()),
  hours: v.exactOptional(shape.span),
  shifts: v.array(v.object({ carer: v.string(), groupId: shape.groupId, span: shape.span })),
})

/** What the days are planned from, and how many bookings no longer fit: no child's name in it. */
export const showPlan = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    /** To be sent back on saving: another one is refused with `plan_changed`. */
    rev: v.number(),
    hours: v.record(v.string(), shape.span),
    groups: v.array(v.object({ id: shape.groupId, name: v.string() })),
    /** Everybody who works here by the roster. */
    carers: v.array(v.string()),
    days: v.array(plannedDate),
    closures: v.array(closure),
    /** Holidays ahead by the state's calendar. */
    holidays: v.array(v.object({ date: shape.date, holiday: v.string() })),
    /** Bookings that the plan has no room for. */
    excess: v.number(),
  }),
}
