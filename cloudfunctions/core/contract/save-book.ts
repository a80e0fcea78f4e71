import * as v from 'valibot'
import { readIsbn } from '../../../miniprogram/domain/isbn'
import { bookView, language, theme } from './book-view'
import * as shape from './shapes'

const months = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(120))

/** As typed or scanned; kept as thirteen digits. */
const isbn = v.pipe(
  v.string(),
  v.maxLength(40, 'too_long'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readIsbn(dataset.value)
    if (read.ok) return read.isbn
    addIssue({ message: read.why })
    return NEVER
  }),
)

/**
 * Adds a book to the catalogue, or corrects one. A book is known by its ISBN, so that is given when it is added and
 * not changed afterwards.
 */
export const saveBook = {
  input: v.strictObject({
    siteId: shape.siteId,
    attempt: shape.attempt,
    bookId: v.exactOptional(shape.bookId),
    isbn: v.exactOptional(isbn),
    title: shape.typed(40),
    author: shape.typed(40),
    illustrator: shape.optionalText(40),
    publisher: shape.optionalText(40),
    ages: v.pipe(
      v.strictObject({ fromMonths: months, toMonths: months }),
      v.check(({ fromMonths, toMonths }) => fromMonths < toMonths),
    ),
    themes: v.pipe(shape.list(theme, 8), v.minLength(1, 'missing')),
    languages: v.pipe(shape.list(language, 3), v.minLength(1, 'missing')),
    /** The id of an uploaded file; left away, the cover stays as it was. */
    cover: v.exactOptional(v.pipe(v.string(), v.maxLength(300))),
  }),
  output: v.object({ book: bookView }),
}
