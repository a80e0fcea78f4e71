import * as v from 'valibot'
import * as shape from './shapes'

/** What the phone reports after WeChat's dialog: one more message allowed for each template. */
export const recordConsent = {
  input: v.strictObject({
    accepted: shape.list(shape.template, 3),
  }),
  output: v.object({ credits: v.record(v.string(), v.number()) }),
}
