import * as v from 'valibot'
import { APPEAL_REASONS } from '../../../miniprogram/domain/absence'
import * as shape from './shapes'

const appeal = v.object({ reason: v.picklist(APPEAL_REASONS), at: shape.instant })
const answer = v.object({ lifted: v.boolean(), by: v.string(), at: shape.instant })

/** A day on which a child was booked and nobody came. */
export const absenceView = v.object({
  date: shape.date,
  /** It counts against the family today. */
  counts: v.boolean(),
  /** Staff may still be asked to look at it. */
  mayAppeal: v.boolean(),
  appeal: v.exactOptional(appeal),
  answer: v.exactOptional(answer),
})
export type AbsenceView = v.InferOutput<typeof absenceView>

/** The family's absences, the latest first, and until when they keep it from booking. */
export const showAbsences = {
  input: v.strictObject({ householdId: shape.householdId }),
  output: v.object({
    now: shape.instant,
    absences: v.array(absenceView),
    limitedUntil: v.exactOptional(shape.date),
  }),
}

/** Says why a day should not count. */
export const appealAbsence = {
  input: v.strictObject({
    householdId: shape.householdId,
    date: shape.date,
    reason: v.picklist(APPEAL_REASONS),
  }),
  output: showAbsences.output,
}

/** An appeal as the staff who answer it need it. */
export const appealView = v.object({
  householdId: shape.householdId,
  date: shape.date,
  reason: v.picklist(APPEAL_REASONS),
  children: v.array(v.string()),
  guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
  /** Days that count against the family now. */
  counted: v.number(),
})
export type AppealView = v.InferOutput<typeof appealView>

export const listAppeals = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ now: shape.instant, appeals: v.array(appealView) }),
}

/** Takes the day back, or lets it stand. Once. */
export const answerAppeal = {
  input: v.strictObject({
    siteId: shape.siteId,
    householdId: shape.householdId,
    date: shape.date,
    lifted: v.boolean(),
  }),
  output: v.object({ answered: v.boolean() }),
}
