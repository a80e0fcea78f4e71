import * as v from 'valibot'
import { childHealth } from './child-health'
import * as shape from './shapes'

/** Staff have seen a paper of a child: its dates, never the paper. */
export const recordHealth = {
  input: v.strictObject({
    siteId: shape.siteId,
    childId: shape.childId,
    checkUpOn: v.optional(shape.date),
    nextVaccinationOn: v.optional(shape.date),
    /** The doctor's note: the first day on which the child may come; today when it is well. */
    returnOn: v.optional(shape.date),
  }),
  output: v.object({ health: childHealth }),
}
