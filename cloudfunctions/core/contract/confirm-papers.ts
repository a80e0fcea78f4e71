import * as v from 'valibot'
import * as shape from './shapes'

/** Staff have seen a family's papers: a tick with date and name; the papers are not stored. */
export const confirmPapers = {
  input: v.strictObject({ siteId: shape.siteId, householdId: shape.householdId }),
  output: v.object({ at: shape.instant, by: v.string() }),
}
