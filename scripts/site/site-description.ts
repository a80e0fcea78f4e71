import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim(), v.minLength(1))
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, _ and - only'))
const halfHour = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[03]0$/, 'HH:00 or HH:30'))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'))
const percent = v.pipe(count, v.maxValue(100))
const classPrice = v.strictObject({ hourFen: count, materialFen: count })
const span = v.strictObject({ from: halfHour, to: halfHour })
const minutes = v.pipe(count, v.minValue(30), v.multipleOf(30))
const share = { percent: v.pipe(percent, v.minValue(1)), drawMinutes: v.exactOptional(minutes) }
const tranche = v.union([
  v.strictObject({ daysBefore: v.pipe(count, v.maxValue(13)), at: halfHour, ...share }),
  v.strictObject({ minutesBefore: minutes, ...share }),
])
/** A week ahead most places, the evening before more, two hours before the doors the rest, as urgent places. */
const RELEASE = [
  { daysBefore: 7, at: '20:00', percent: 70 },
  { daysBefore: 1, at: '20:00', percent: 20 },
  { minutesBefore: 120, percent: 10 },
]
/** Monday is 1. */
const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7])

/**
 * What a person writes down to set up a childcare point: `docs/site.example.json`. Money in 分, ages in whole months.
 * The functions read these documents as they are, so what is wrong must be said here.
 */
const siteDescription = v.pipe(
  v.strictObject({
    site: v.strictObject({
      id,
      name: text,
      address: text,
      phone: text,
      operator: text,
      places: count,
      hours: v.record(v.pipe(v.string(), v.regex(/^[1-7]$/)), span),
      groups: v.pipe(
        v.array(v.strictObject({ id, name: text, fromMonths: count, toMonths: count, cap: count })),
        v.minLength(1),
      ),
      /** How each day's places open, in order of time. Left out: RELEASE. */
      release: v.optional(
        v.pipe(
          v.array(tranche),
          v.check(
            (all) => all.reduce((sum, each) => sum + each.percent, 0) === 100,
            'the shares of all tranches must be 100 together',
          ),
          v.check(isInOrder, 'tranches must stand in order of time'),
        ),
        RELEASE,
      ),
      /** A household's share of a week, all its children together; left out: no limit. */
      /** When messages that can wait do wait; left out: 22:00 to 7:30. */
      quiet: v.exactOptional(v.strictObject({ from: halfHour, to: halfHour })),
      weekMinutes: v.exactOptional(minutes),
      longestMinutes: v.exactOptional(minutes),
      nap: v.exactOptional(span),
      rooms: v.exactOptional(v.array(v.strictObject({ id, name: text, shared: v.boolean() }))),
      /** WeChat's ids of the account's message templates. */
      templates: v.strictObject({
        booked: text,
        reminder: text,
        notice: text,
        offer: text,
        change: text,
        inside: text,
        gone: text,
      }),
    }),
    tariff: v.strictObject({
      version: id,
      from: date,
      hourFen: count,
      marketHourFen: count,
      residentPercent: percent,
      siblingPercent: percent,
      minimumMinutes: count,
      stepMinutes: count,
      dayCapFen: v.exactOptional(count),
      freeMinutes: count,
      meal: v.exactOptional(v.strictObject({ at: halfHour, fen: count })),
      classes: v.strictObject({ reading: classPrice, early: classPrice, together: classPrice }),
      graceMinutes: count,
      lateQuarterFen: count,
      cancelSteps: v.array(v.strictObject({ daysBefore: count, time: halfHour, fen: count })),
      lateCancelFen: count,
      unpaidMostFen: count,
    }),
    shifts: v.array(
      v.strictObject({
        weekdays: v.array(weekday),
        carer: text,
        groupId: id,
        from: halfHour,
        to: halfHour,
      }),
    ),
    /** Whom the first invitation is for. */
    firstOperator: text,
  }),
  v.check(
    ({ site, shifts }) =>
      [...Object.values(site.hours), ...shifts].every(({ from, to }) => from < to),
    'every time must end after it starts',
  ),
  v.check(
    ({ site, shifts }) =>
      shifts.every(({ groupId }) => site.groups.some((group) => group.id === groupId)),
    'a shift names a group that the site does not have',
  ),
  v.check(
    ({ tariff }) => tariff.cancelSteps[0]?.fen === 0,
    'the first of cancelSteps costs nothing',
  ),
)

/** Those by the day come before the one by the minute, each later than the one before. */
function isInOrder(tranches: v.InferOutput<typeof tranche>[]): boolean {
  const keys = tranches.map((each) =>
    'daysBefore' in each
      ? `${String(99 - each.daysBefore).padStart(2, '0')} ${each.at}`
      : `99 ${String(99_999 - each.minutesBefore).padStart(5, '0')}`,
  )
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)
}

export type SiteDescription = v.InferOutput<typeof siteDescription>

/** Throws an error that says in one line a mistake what must be changed. */
export function readSiteDescription(file: string): SiteDescription {
  const { success, output, issues } = v.safeParse(
    siteDescription,
    JSON.parse(readFileSync(file, 'utf8')),
  )
  if (success) return output
  const lines = issues.map((issue) => `  ${v.getDotPath(issue) ?? 'site'}: ${issue.message}`)
  throw new Error(`${file} cannot be used:\n${lines.join('\n')}`)
}
