import * as v from 'valibot'
import * as shape from './shapes'

const classPrice = v.strictObject({ hourFen: shape.fen, materialFen: shape.fen })
const count = v.pipe(v.number(), v.safeInteger())

/** A version of the price list as its author writes it; the domain says what is wrong with amounts and dates. */
export const tariffDraft = v.strictObject({
  version: v.pipe(shape.anyId, v.maxLength(20, 'too_long')),
  from: shape.date,
  hourFen: shape.fen,
  marketHourFen: shape.fen,
  minimumMinutes: count,
  stepMinutes: count,
  dayCapFen: v.exactOptional(shape.fen),
  freeMinutes: count,
  residentPercent: count,
  siblingPercent: count,
  meal: v.exactOptional(v.strictObject({ at: shape.time, fen: shape.fen })),
  classes: v.strictObject({ reading: classPrice, early: classPrice, together: classPrice }),
  graceMinutes: count,
  lateQuarterFen: shape.fen,
  cancelSteps: shape.list(
    v.strictObject({ daysBefore: count, time: shape.time, fen: shape.fen }),
    6,
  ),
  lateCancelFen: shape.fen,
  unpaidMostFen: shape.fen,
})

/** A version as everybody may read it: prices are no secret. */
export const tariffView = v.object({
  ...tariffDraft.entries,
  siteId: shape.siteId,
  savedAt: shape.instant,
})
