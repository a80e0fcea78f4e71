import * as v from 'valibot'
import { billTotals, finalBillView } from './final-bill-view'
import * as shape from './shapes'

/** A family's final bills of one month, the latest day first, and their sums. */
export const showStatement = {
  input: v.strictObject({ householdId: shape.householdId, month: shape.month }),
  output: v.object({ now: shape.instant, bills: v.array(finalBillView), totals: billTotals }),
}
