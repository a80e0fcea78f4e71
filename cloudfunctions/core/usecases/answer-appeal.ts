import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** Staff take the day back or let it stand; the first answer counts. */
export const answerAppeal: UseCase<'answerAppeal', 'staff'> = {
  name: 'answerAppeal',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run({ store, now }, { siteId, householdId, date, lifted }, { openid, person }) {
    const household = await store.households.get(householdId)
    if (!household || household.siteId !== siteId || !household.absences?.[date]?.appeal)
      throw new FaultError({ code: 'not_found' })
    // Nobody decides about their own family.
    if (isGuardian(household, openid)) throw new FaultError({ code: 'forbidden' })
    const answer = { lifted, by: person.name, at: now }
    return accept({ answered: await store.households.answerAppeal(householdId, date, answer) })
  },
}
