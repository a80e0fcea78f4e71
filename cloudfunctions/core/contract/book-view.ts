import * as v from 'valibot'
import { LANGUAGES, THEMES } from '../../../miniprogram/domain/book'
import type { Isbn } from '../../../miniprogram/domain/isbn'
import * as shape from './shapes'

export const theme = v.picklist(THEMES)
export const language = v.picklist(LANGUAGES)

/** A picture book as everybody sees it. */
export const bookView = v.object({
  id: shape.bookId,
  siteId: shape.siteId,
  title: v.string(),
  author: v.string(),
  illustrator: v.string(),
  publisher: v.string(),
  isbn: v.exactOptional(
    v.pipe(
      v.string(),
      v.transform((text) => text as Isbn),
    ),
  ),
  fromMonths: v.number(),
  toMonths: v.number(),
  themes: v.array(theme),
  languages: v.array(language),
  cover: v.exactOptional(v.string()),
})
