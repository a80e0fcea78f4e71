import { FaultError } from '../../../miniprogram/domain/fault'
import { copyIdOf } from '../../../miniprogram/domain/loan'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { LENDING_ROLES } from '../../../miniprogram/domain/role'
import type { UseCase } from '../kernel/use-case'
import { borrowerOf, copyViewOf } from './copy-view'

/** What a scanned label says: the book, and who has it. */
export const showCopy: UseCase<'showCopy', 'staff'> = {
  name: 'showCopy',
  access: { for: 'staff', roles: LENDING_ROLES },
  async run({ store }, { siteId, code }) {
    const copy = await store.copies.get(copyIdOf(siteId, code))
    if (!copy) return refuse({ code: 'copy_unknown' })
    const { loan } = copy
    const [book, household] = await Promise.all([
      store.books.get(copy.bookId),
      loan ? store.households.get(loan.householdId) : undefined,
    ])
    if (!book) throw new FaultError({ code: 'not_found' })
    const lent = loan && { attempt: loan.attempt, lentOn: loan.lentOn, ...borrowerOf(household) }
    return accept({ copy: copyViewOf(copy), book, ...(lent ? { loan: lent } : {}) })
  },
}
