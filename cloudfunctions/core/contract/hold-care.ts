import * as v from 'valibot'
import { careAsk, careQuotes } from './quote-care'
import * as shape from './shapes'

/** Keeps the places for five minutes while the guardian reads the bill. One hold a family. */
export const holdCare = {
  input: v.strictObject({ ...careAsk, attempt: shape.attempt }),
  output: v.object({
    ...careQuotes,
    /** The function's clock: a phone's own may be wrong, and a countdown must not. */
    now: shape.instant,
    until: shape.instant,
  }),
}

/** Lets them go when the page is left; an older page lets go of nothing newer. */
export const releaseHold = {
  input: v.strictObject({ householdId: shape.householdId, attempt: shape.attempt }),
  output: v.object({ released: v.boolean() }),
}
