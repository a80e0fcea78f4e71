import { accept } from '../../../miniprogram/domain/result'
import { LENDING_ROLES } from '../../../miniprogram/domain/role'
import type { UseCase } from '../kernel/use-case'
import { borrowerOf } from './copy-view'

export const listLoans: UseCase<'listLoans', 'staff'> = {
  name: 'listLoans',
  access: { for: 'staff', roles: LENDING_ROLES },
  async run({ store }, { siteId }) {
    const copies = await store.copies.lentOf(siteId)
    const loans = copies.flatMap(({ loan, ...copy }) => (loan ? [{ ...copy, loan }] : []))
    const [books, households] = await Promise.all([
      store.books.many([...new Set(copies.map(({ bookId }) => bookId))]),
      store.households.many([...new Set(loans.map(({ loan }) => loan.householdId))]),
    ])
    return accept({
      loans: loans.map(({ id, code, bookId, loan: { attempt, dueOn, householdId } }) => ({
        copyId: id,
        code,
        title: books.find((book) => book.id === bookId)?.title ?? '',
        attempt,
        dueOn,
        ...borrowerOf(households.find((household) => household.id === householdId)),
      })),
    })
  },
}
