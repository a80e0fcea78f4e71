import type { Book } from '../../../miniprogram/domain/book'
import type { BookId, SiteId } from '../../../miniprogram/domain/ids'
import { Collection, type Database } from './collection'

/** Which attempt added it, so that a repeated call finds its own. */
export type StoredBook = Book & { readonly attempt?: string }

export type BookFacts = Omit<Book, 'id' | 'siteId' | 'isbn'>

export function openBooks(db: Database) {
  const books = new Collection<StoredBook>(db, 'books')
  const _ = db.command

  return {
    get: (id: BookId): Promise<StoredBook | undefined> => books.get(id),
    many: (ids: readonly BookId[]): Promise<StoredBook[]> =>
      ids.length === 0 ? Promise.resolve([]) : books.find({ _id: _.in([...ids]) }),
    ofSite: (siteId: SiteId): Promise<StoredBook[]> => books.findAll({ siteId }),
    /** False when the book is in the catalogue. */
    add: (book: StoredBook): Promise<boolean> => books.insert(book.id, book),

    /** What it is called and about; its id and ISBN stay. */
    correct(id: BookId, facts: BookFacts): Promise<number> {
      const fields = Object.entries(facts).map(([field, value]) => [field, _.set(value)])
      return books.change({ _id: id }, Object.fromEntries(fields))
    },
  }
}
