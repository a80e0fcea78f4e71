import * as v from 'valibot'
import { bookView, theme } from './book-view'
import * as shape from './shapes'

export const hearing = v.object({
  session: v.exactOptional(v.string()),
  care: v.exactOptional(v.literal(true)),
})

/** What one child has heard read, of how many books, and what to read next. */
export const showReading = {
  input: v.strictObject({ childId: shape.childId }),
  output: v.object({
    log: v.array(
      v.object({
        book: bookView,
        times: v.number(),
        lastOn: shape.date,
        where: hearing,
      }),
    ),
    /** Books of the catalogue, and those that were heard and are not in it any more. */
    of: v.number(),
    suggestions: v.array(
      v.object({
        book: bookView,
        reason: v.variant('kind', [
          v.object({ kind: v.literal('session'), date: shape.date }),
          v.object({ kind: v.literal('liked'), theme }),
          v.object({ kind: v.literal('new'), theme }),
          v.object({ kind: v.literal('age') }),
        ]),
      }),
    ),
  }),
}
