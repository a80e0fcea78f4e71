import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** A tick with date and name: staff saw proof of residence and the child's papers. Nothing of them is stored. */
export const confirmPapers: UseCase<'confirmPapers', 'staff'> = {
  name: 'confirmPapers',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run({ store, now }, { siteId, householdId }, { openid, person }) {
    const household = await store.households.get(householdId)
    if (!household || household.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    // Nobody vouches for their own family.
    if (isGuardian(household, openid)) throw new FaultError({ code: 'forbidden' })
    const papers = household.papers ?? { at: now, by: person.name }
    if (!household.papers) await store.households.seePapers(householdId, papers)
    return accept(papers)
  },
}
