import * as v from 'valibot'
import { householdView } from './household-view'
import * as shape from './shapes'

/** Adds a child, or corrects one when `childId` is given. */
export const saveChild = {
  input: v.strictObject({
    householdId: shape.householdId,
    childId: v.optional(shape.childId),
    /** For a new child: made by the page, so that a retry adds nobody twice. */
    attempt: v.optional(shape.attempt),
    name: shape.typed(10),
    birthDate: shape.date,
    allergies: shape.optionalText(50),
  }),
  output: v.object({ household: householdView, childId: shape.childId }),
}
