import * as v from 'valibot'
import * as shape from './shapes'

/** A guardian asks to keep the family's file a year longer than the rules would. */
export const keepFile = {
  input: v.strictObject({ householdId: shape.householdId }),
  output: v.object({ keptUntil: shape.date }),
}

/** What was deleted at the site, by kind and number: no names. */
export const listDeletions = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    deletions: v.array(
      v.object({
        id: v.string(),
        date: shape.date,
        why: v.picklist(['grown', 'away', 'unanswered', 'asked', 'old']),
        counts: v.record(v.string(), v.number()),
      }),
    ),
  }),
}
