import * as v from 'valibot'
import { hours } from './show-plan'
import { healthRules } from './health-rules'
import * as shape from './shapes'

const whole = (from: number, to: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(from), v.maxValue(to))
const DAY_MINUTES = 24 * 60

const group = v.strictObject({
  id: shape.groupId,
  name: shape.optionalText(8),
  fromMonths: whole(6, 48),
  toMonths: whole(6, 48),
  cap: whole(1, 30),
  mostPerCarer: v.exactOptional(whole(1, 30)),
})
const share = {
  percent: whole(1, 100),
  drawMinutes: v.exactOptional(whole(30, 3 * DAY_MINUTES)),
}
const tranche = v.union([
  v.strictObject({ daysBefore: whole(0, 13), at: shape.time, ...share }),
  v.strictObject({ minutesBefore: whole(30, DAY_MINUTES), ...share }),
])

const values = {
  hours: v.strictObject({ week: hours, nap: v.exactOptional(shape.planSpan) }),
  groups: v.strictObject({ places: whole(1, 60), groups: shape.list(group, 6) }),
  release: v.strictObject({
    tranches: shape.list(tranche, 5),
    weekMinutes: v.exactOptional(whole(60, 7 * DAY_MINUTES)),
    longestMinutes: v.exactOptional(whole(60, DAY_MINUTES)),
  }),
  health: healthRules,
  // Wide: the rule says beside which field a number is wrong.
  loans: v.strictObject({ days: whole(0, 1_000_000), most: whole(0, 1_000_000) }),
  notices: v.strictObject({ guardian: shape.optionalText(500), children: shape.optionalText(500) }),
}
const named = v.variant('what', [
  v.strictObject({ what: v.literal('hours'), value: values.hours }),
  v.strictObject({ what: v.literal('groups'), value: values.groups }),
  v.strictObject({ what: v.literal('release'), value: values.release }),
  v.strictObject({ what: v.literal('health'), value: values.health }),
  v.strictObject({ what: v.literal('loans'), value: values.loans }),
  v.strictObject({ what: v.literal('notices'), value: values.notices }),
])
const role = v.picklist(['carer', 'lead', 'operator', 'community', 'volunteer'])
const edition = whole(0, 1_000_000)

/** All that the site decides for itself. */
export const showSettings = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    settings: v.object(values),
    /** How often each was changed: to be sent back on saving. */
    editions: v.object({
      hours: v.exactOptional(v.number()),
      groups: v.exactOptional(v.number()),
      release: v.exactOptional(v.number()),
      health: v.exactOptional(v.number()),
      loans: v.exactOptional(v.number()),
      notices: v.exactOptional(v.number()),
      roles: v.exactOptional(v.number()),
    }),
    notices: v.object({ guardian: v.string(), children: v.string() }),
    tariffVersion: v.string(),
    staff: v.number(),
    last: v.exactOptional(v.object({ at: shape.instant, byName: v.string() })),
  }),
}

/** One setting whole; another number than the setting's is refused with who was faster. */
export const saveSetting = {
  input: v.strictObject({
    siteId: shape.siteId,
    edition,
    attempt: shape.attempt,
    setting: named,
  }),
  output: v.object({ edition: v.number(), excess: v.number() }),
}

const facts = {
  id: v.string(),
  at: shape.instant,
  byName: v.string(),
  from: shape.date,
  undoes: v.exactOptional(v.string()),
}
const between = <Value extends v.GenericSchema>(value: Value) => ({ before: value, after: value })
const changed = v.variant('what', [
  v.object({ ...facts, what: v.literal('hours'), ...between(values.hours) }),
  v.object({ ...facts, what: v.literal('groups'), ...between(values.groups) }),
  v.object({ ...facts, what: v.literal('release'), ...between(values.release) }),
  v.object({ ...facts, what: v.literal('health'), ...between(values.health) }),
  v.object({ ...facts, what: v.literal('loans'), ...between(values.loans) }),
  v.object({ ...facts, what: v.literal('notices'), ...between(values.notices) }),
  v.object({
    ...facts,
    what: v.literal('roles'),
    whoName: v.string(),
    ...between(v.array(role)),
  }),
  v.object({ ...facts, what: v.literal('tariff'), ...between(v.string()) }),
])

/** Who changed what, the latest first; `before` goes on where the last answer ended. */
export const listChanges = {
  input: v.strictObject({ siteId: shape.siteId, before: v.exactOptional(shape.instant) }),
  output: v.object({
    now: shape.instant,
    changes: v.array(v.object({ change: changed, undoable: v.boolean() })),
    more: v.boolean(),
  }),
}

export const undoChange = {
  input: v.strictObject({
    siteId: shape.siteId,
    changeId: v.pipe(v.string(), v.maxLength(120)),
    attempt: shape.attempt,
  }),
  output: v.object({ excess: v.number() }),
}

/** Who works here; the key names a person in `saveRoles`. */
export const listStaff = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    edition: v.number(),
    staff: v.array(
      v.object({ key: v.string(), name: v.string(), roles: v.array(role), me: v.boolean() }),
    ),
  }),
}

/** All roles of one person from now on; none ends the person's work here. */
export const saveRoles = {
  input: v.strictObject({
    siteId: shape.siteId,
    edition,
    attempt: shape.attempt,
    key: shape.anyId,
    roles: shape.list(role, 5),
  }),
  output: v.object({ edition: v.number() }),
}
