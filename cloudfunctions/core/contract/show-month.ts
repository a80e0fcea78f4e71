import * as v from 'valibot'
import { billTotals } from './final-bill-view'
import * as shape from './shapes'

/** The point's month in sums, for the community and the operator: no names, no single bill. */
export const showMonth = {
  input: v.strictObject({ siteId: shape.siteId, month: shape.month }),
  output: v.object({ now: shape.instant, totals: billTotals }),
}
