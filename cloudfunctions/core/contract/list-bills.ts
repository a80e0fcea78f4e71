import * as v from 'valibot'
import { finalBillView } from './final-bill-view'
import * as shape from './shapes'

/** One family's bills at the desk, with what is needed to ask for the money. */
const familyBills = v.object({
  householdId: shape.householdId,
  /** Empty once the family is erased: the bill stays, the names do not. */
  guardian: v.string(),
  phone: v.string(),
  dueFen: shape.fen,
  bills: v.array(v.object({ ...finalBillView.entries, childName: v.string() })),
})
export type FamilyBills = v.InferOutput<typeof familyBills>

/** What families still owe, the oldest first, and what was settled of today's visits. At most 300 bills of each. */
export const listBills = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    open: v.array(familyBills),
    settledToday: v.array(familyBills),
    /** Whether the caller may also correct. */
    mayCorrect: v.boolean(),
  }),
}
