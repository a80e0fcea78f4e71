import * as v from 'valibot'
import * as shape from './shapes'

const safe = v.union([v.literal('few'), v.number()])

/** A month for people who look: no names, no count of people below five. */
export const showFigures = {
  input: v.strictObject({ siteId: shape.siteId, month: shape.month }),
  output: v.object({
    now: shape.instant,
    report: v.object({
      month: shape.month,
      madeAt: shape.instant,
      openDays: v.number(),
      times: v.array(shape.time),
      heat: v.array(
        v.object({
          weekday: shape.weekday,
          levels: v.array(v.nullable(v.picklist([0, 1, 2, 3, 4]))),
        }),
      ),
      swapped: v.array(v.object({ date: shape.date, as: shape.weekday })),
      offeredHours: v.number(),
      usedHours: v.number(),
      fullSlots: v.number(),
      slots: v.number(),
      visits: safe,
      households: safe,
      children: safe,
      waited: safe,
      sessions: v.number(),
      seats: v.number(),
      seated: safe,
      money: v.exactOptional(
        v.object({ savedFen: shape.fen, marketFen: shape.fen, totalFen: shape.fen }),
      ),
      volunteers: safe,
      duties: v.number(),
      serviceMinutes: v.number(),
      notices: v.number(),
      byMessage: safe,
      inAppOnly: safe,
    }),
  }),
}

/** The same as a workbook, to hand in. */
export const makeReport = {
  input: v.strictObject({ siteId: shape.siteId, month: shape.month }),
  output: v.object({ name: v.string(), base64: v.string() }),
}
