import type { Book } from '../../../miniprogram/domain/book'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import type { Loan } from '../../../miniprogram/domain/loan'
import type { Context } from '../kernel/context'

type OwnLoan = Pick<Loan, 'lentOn' | 'dueOn'> & { readonly book: Book }

/** What a family has at home, the first to go back first. */
export async function ownLoans({ store }: Context, householdId: HouseholdId): Promise<OwnLoan[]> {
  const copies = await store.copies.ofHousehold(householdId)
  const books = await store.books.many(copies.map(({ bookId }) => bookId))
  return copies.flatMap(({ bookId, loan }) => {
    const book = books.find(({ id }) => id === bookId)
    return book && loan ? [{ book, lentOn: loan.lentOn, dueOn: loan.dueOn }] : []
  })
}
