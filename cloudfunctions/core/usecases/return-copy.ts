import { accept, refuse } from '../../../miniprogram/domain/result'
import { LENDING_ROLES } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** The book first, the family's place after it; a book that is back already is back. */
export const returnCopy: UseCase<'returnCopy', 'staff'> = {
  name: 'returnCopy',
  access: { for: 'staff', roles: LENDING_ROLES },
  async run({ store, now }, { siteId, copyId, loan: attempt, lost }) {
    const copy = await store.copies.get(copyId)
    if (copy?.siteId !== siteId) return refuse({ code: 'copy_unknown' })
    const { loan } = copy
    if (loan?.attempt !== attempt)
      return loan ? refuse({ code: 'copy_lent', dueOn: loan.dueOn }) : accept({ returned: !lost })
    const gone = lost ? { on: dateOf(now), why: 'lost' as const } : undefined
    await store.copies.end(copyId, loan, gone)
    await store.loans.free({ id: loan.id, copyId, attempt })
    return accept({ returned: !lost })
  },
}
