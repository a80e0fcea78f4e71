import type { Book } from '../../../miniprogram/domain/book'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookId, SiteId } from '../../../miniprogram/domain/ids'
import type { Context } from '../kernel/context'

/** These books of the site's catalogue; one that is not there is told beside its field. */
export async function knownBooks(
  { store }: Context,
  siteId: SiteId,
  ids: readonly BookId[],
  path: string,
): Promise<Book[]> {
  const found = await store.books.many(ids)
  const books = ids.map((id) => found.find((book) => book.id === id && book.siteId === siteId))
  const fields = books.flatMap((book, at) =>
    book ? [] : [{ path: `${path}.${at}`, why: 'wrong' as const }],
  )
  if (fields.length > 0) throw new FaultError({ code: 'invalid_input', fields })
  return books.flatMap((book) => book ?? [])
}
