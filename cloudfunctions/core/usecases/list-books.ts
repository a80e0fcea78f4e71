import { findBooks } from '../../../miniprogram/domain/book'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

const MOST = 100

/** The catalogue is everybody's to read, as the picture-book week is. */
export const listBooks: UseCase<'listBooks', 'anyone'> = {
  name: 'listBooks',
  access: { for: 'anyone' },
  async run({ store }, { siteId, ...query }) {
    const books = await store.books.ofSite(siteId)
    const found = findBooks(books, query)
    return accept({ books: found.slice(0, MOST), found: found.length, total: books.length })
  },
}
