import * as v from 'valibot'
import { bookView, language, theme } from './book-view'
import * as shape from './shapes'

/** The catalogue, or what of it is meant: at most a hundred, with how many there are. */
export const listBooks = {
  input: v.strictObject({
    siteId: shape.siteId,
    text: v.exactOptional(shape.optionalText(30)),
    theme: v.exactOptional(theme),
    language: v.exactOptional(language),
    ageMonths: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(240))),
  }),
  output: v.object({ books: v.array(bookView), found: v.number(), total: v.number() }),
}

/** One book, and how many of its copies stand on the shelf now. */
export const showBook = {
  input: v.strictObject({ siteId: shape.siteId, bookId: shape.bookId }),
  output: v.object({ book: bookView, copies: v.number(), onShelf: v.number() }),
}
