import * as v from 'valibot'
import { householdView } from './household-view'
import * as shape from './shapes'

/** A newcomer becomes a guardian: both notices agreed to in the version shown, phone by WeChat's code or typed. */
export const registerGuardian = {
  input: v.strictObject({
    siteId: shape.siteId,
    name: shape.typed(10),
    phone: v.variant('by', [
      v.strictObject({ by: v.literal('code'), code: v.pipe(v.string(), v.maxLength(200)) }),
      v.strictObject({ by: v.literal('typed'), number: shape.mobile }),
    ]),
    /** The versions of the notices that the guardian agreed to; empty text is a refusal. */
    consents: v.strictObject({
      guardian: shape.optionalText(20),
      children: shape.optionalText(20),
    }),
  }),
  output: v.object({ household: householdView }),
}
