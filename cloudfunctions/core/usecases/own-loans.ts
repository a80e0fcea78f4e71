import type { Book } from '../../../miniprogram/domain/book'
import type { CopyId, HouseholdId } from '../../../miniprogram/domain/ids'
import type { Loan } from '../../../miniprogram/domain/loan'
import type { Context } from '../kernel/context'

interface OwnLoan extends Pick<Loan, 'attempt' | 'lentOn' | 'dueOn'> {
  readonly book: Book
  readonly copyId: CopyId
  readonly renewed: boolean
}

/** What a family has at home, the first to go back first. */
export async function ownLoans({ store }: Context, householdId: HouseholdId): Promise<OwnLoan[]> {
  const copies = await store.copies.ofHousehold(householdId)
  const books = await store.books.many(copies.map(({ bookId }) => bookId))
  return copies.flatMap(({ id: copyId, bookId, loan }) => {
    const book = books.find(({ id }) => id === bookId)
    if (!book || !loan) return []
    const { attempt, lentOn, dueOn, renewed } = loan
    return [{ book, copyId, attempt, lentOn, dueOn, renewed: renewed !== undefined }]
  })
}
