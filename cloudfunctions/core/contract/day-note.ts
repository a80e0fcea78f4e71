import * as v from 'valibot'
import * as shape from './shapes'

/** A child's day in a few words; every field may be missing. */
export const noteView = v.object({
  eaten: v.exactOptional(v.picklist(['all', 'some', 'little'])),
  sleptMinutes: v.exactOptional(v.number()),
  mood: v.exactOptional(v.picklist(['happy', 'calm', 'upset'])),
  nappies: v.exactOptional(v.number()),
  books: v.exactOptional(v.array(v.string())),
  bookIds: v.exactOptional(v.array(shape.bookId)),
  sentence: v.exactOptional(v.string()),
})

const said = v.strictObject({
  eaten: v.exactOptional(v.picklist(['all', 'some', 'little'])),
  sleptMinutes: v.exactOptional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(600)),
  ),
  mood: v.exactOptional(v.picklist(['happy', 'calm', 'upset'])),
  nappies: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(20))),
  /** Titles that the catalogue does not have. */
  books: v.exactOptional(shape.list(shape.typed(30), 10)),
  bookIds: v.exactOptional(shape.list(shape.bookId, 10)),
  sentence: v.exactOptional(shape.optionalText(100)),
})

/** One note for one child or many: what is said is added to each child's note of the day. */
export const writeNotes = {
  input: v.strictObject({
    siteId: shape.siteId,
    bookingIds: v.pipe(shape.list(shape.bookingId, 30), v.minLength(1, 'missing')),
    note: said,
  }),
  output: v.object({ written: v.number() }),
}

/** Today's notes by booking. */
export const listNotes = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ notes: shape.mapBy(shape.bookingId, noteView) }),
}
