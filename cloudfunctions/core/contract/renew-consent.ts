import * as v from 'valibot'
import * as shape from './shapes'

export const noticeAddition = v.object({
  text: v.string(),
  edition: v.number(),
  since: shape.instant,
})

/** A guardian agrees to the notices in the version shown, after one of them was changed. */
export const renewConsent = {
  input: v.strictObject({
    consents: v.strictObject({
      guardian: shape.optionalText(20),
      children: shape.optionalText(20),
    }),
  }),
  output: v.object({ agreed: v.boolean() }),
}
