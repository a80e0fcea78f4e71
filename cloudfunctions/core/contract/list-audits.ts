import * as v from 'valibot'
import * as shape from './shapes'

/** Who of the staff read children's health data on a day, the latest first; looks shortly after each other are one line. */
export const listAudits = {
  input: v.strictObject({
    siteId: shape.siteId,
    date: shape.date,
    /** Only reads of this child. */
    childId: v.optional(shape.childId),
  }),
  output: v.object({
    runs: v.array(
      v.object({
        from: shape.instant,
        to: shape.instant,
        /** How many looks. */
        count: v.number(),
        name: v.string(),
        what: v.picklist(['room', 'scan', 'health', 'notes', 'incidents', 'exposure']),
        children: v.array(v.object({ id: shape.childId, name: v.string() })),
      }),
    ),
  }),
}
