import * as v from 'valibot'
import { language } from './notice-view'
import * as shape from './shapes'

/**
 * What the phone reports after WeChat's dialog: one more message allowed for each accepted template. The same attempt
 * counts once; without one each call counts.
 */
export const recordConsent = {
  input: v.strictObject({
    accepted: shape.templates,
    refused: v.exactOptional(shape.templates, []),
    banned: v.exactOptional(shape.templates, []),
    attempt: v.exactOptional(shape.attempt),
  }),
  output: v.object({ credits: v.record(v.string(), v.number()) }),
}

/** In which language the caller wants notices. */
export const chooseLanguage = {
  input: v.strictObject({ language }),
  output: v.object({ language }),
}
