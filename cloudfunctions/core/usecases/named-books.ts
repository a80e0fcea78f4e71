import type { BookId } from '../../../miniprogram/domain/ids'
import type { Session } from '../../../miniprogram/domain/session'
import type { Context } from '../kernel/context'

/** The books that sessions name, each once, by id and title. */
export async function namedBooks(
  { store }: Context,
  sessions: readonly Pick<Session, 'bookIds'>[],
): Promise<{ id: BookId; title: string }[]> {
  const ids = [...new Set(sessions.flatMap(({ bookIds }) => bookIds))] as BookId[]
  return (await store.books.many(ids)).map(({ id, title }) => ({ id, title }))
}
