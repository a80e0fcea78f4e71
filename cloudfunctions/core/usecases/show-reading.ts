import { ageInMonths } from '../../../miniprogram/domain/age'
import { FaultError } from '../../../miniprogram/domain/fault'
import { householdOf, type BookId, type SiteId } from '../../../miniprogram/domain/ids'
import { heardBooksOf } from '../../../miniprogram/domain/reading'
import { accept } from '../../../miniprogram/domain/result'
import { suggestBooks } from '../../../miniprogram/domain/suggest-books'
import { addDays, dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'

/** One child's log for its own family. */
export const showReading: UseCase<'showReading', 'family'> = {
  name: 'showReading',
  access: { for: 'family', of: ({ childId }) => householdOf(childId) },
  async run(context, { childId }, { household }) {
    const { store, now } = context
    const child = household.children.find(({ id }) => id === childId)
    if (!child) throw new FaultError({ code: 'not_found' })
    const [reading, books, coming] = await Promise.all([
      store.readings.get(childId),
      store.books.ofSite(household.siteId),
      comingOf(context, household.siteId),
    ])
    const heard = reading?.heard ?? {}
    const byId = new Map(books.map((book) => [book.id, book]))
    const ageMonths = ageInMonths(child.birthDate, dateOf(now))
    return accept({
      log: heardBooksOf(heard).flatMap(({ bookId, ...rest }) => {
        const book = byId.get(bookId)
        return book ? [{ book, ...rest }] : []
      }),
      of: books.length,
      suggestions: suggestBooks({ books, heard, ageMonths, coming }),
    })
  },
}

/** The first day of this week on which each book is read in a session. */
async function comingOf(
  { store, now }: Context,
  siteId: SiteId,
): Promise<Readonly<Record<BookId, LocalDate>>> {
  const today = dateOf(now)
  const sessions = await store.programmes.between(siteId, today, addDays(today, 6))
  const first: Record<BookId, LocalDate> = {}
  for (const { date, bookIds, cancelled } of sessions)
    if (!cancelled) for (const bookId of bookIds as BookId[]) first[bookId] ??= date
  return first
}
