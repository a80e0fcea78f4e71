import { FaultError } from '../../../miniprogram/domain/fault'
import { LOAN_RULES, decideRenewal } from '../../../miniprogram/domain/loan'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** A family keeps its book longer: one conditional update of the copy, so that it is once, whoever of it taps. */
export const renewLoan: UseCase<'renewLoan', 'family'> = {
  name: 'renewLoan',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run(context, { householdId, copyId, loan: lent, attempt: own }, { openid, household }) {
    const { store, now, hash } = context
    const [copy, site] = await Promise.all([
      store.copies.get(copyId),
      store.sites.get(household.siteId),
    ])
    const loan = copy?.loan
    if (loan?.householdId !== householdId || loan.attempt !== lent)
      throw new FaultError({ code: 'not_found' })
    const attempt = hash(openid, own)
    // A retry after a lost reply finds its own renewal.
    if (loan.renewed?.attempt === attempt) return accept({ dueOn: loan.dueOn })
    const today = dateOf(now)
    const decided = decideRenewal(loan, site?.loans ?? LOAN_RULES, today)
    if (!decided.ok) return decided
    const { dueOn } = decided.value
    const renewed = await store.copies.renew(copyId, loan, dueOn, { on: today, attempt })
    return renewed ? accept({ dueOn }) : refuse({ code: 'loan_renewed', dueOn })
  },
}
