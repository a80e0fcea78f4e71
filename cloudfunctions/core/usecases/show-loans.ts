import { LOAN_RULES } from '../../../miniprogram/domain/loan'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownLoans } from './own-loans'

export const showLoans: UseCase<'showLoans', 'family'> = {
  name: 'showLoans',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run(context, { householdId }, { household }) {
    const [loans, site] = await Promise.all([
      ownLoans(context, householdId),
      context.store.sites.get(household.siteId),
    ])
    return accept({ loans, ...(site?.loans ?? LOAN_RULES) })
  },
}
