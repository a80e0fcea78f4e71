import * as v from 'valibot'
import { passView } from './pass-view'
import * as shape from './shapes'

/** A guardian lets a named adult fetch one child on the day of one booking. The id is for the card alone. */
export const givePass = {
  input: v.strictObject({
    bookingId: shape.bookingId,
    name: shape.typed(10),
    attempt: shape.attempt,
  }),
  output: v.object({ pass: passView }),
}

/** The passes of one booking, for its family. */
export const listPasses = {
  input: v.strictObject({ bookingId: shape.bookingId }),
  output: v.object({
    childName: v.string(),
    date: shape.date,
    span: shape.span,
    /** The child may still be fetched. */
    open: v.boolean(),
    passes: v.array(passView),
  }),
}

/** The guardian has heard the number from the person who opened the pass. */
export const confirmPass = {
  input: v.strictObject({ passId: shape.passId, number: v.pipe(v.string(), v.regex(/^\d{4}$/)) }),
  output: v.object({ pass: passView }),
}

export const revokePass = {
  input: v.strictObject({ passId: shape.passId }),
  output: v.object({ pass: passView }),
}
