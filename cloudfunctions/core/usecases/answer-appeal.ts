import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import { answeredMessage } from '../../../miniprogram/domain/message'
import { fen } from '../../../miniprogram/domain/money'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { forgiveAbsence } from './forgive-absence'
import { tellFamily } from './tell-family'

/**
 * Staff take the day back, with what it cost, or let it stand; the first answer counts, and the family hears it. The same
 * answer again finishes what a call left half done.
 */
export const answerAppeal: UseCase<'answerAppeal', 'staff'> = {
  name: 'answerAppeal',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run(context, { siteId, householdId, date, lifted }, { openid, person }) {
    const { store, now } = context
    const household = await store.households.get(householdId)
    const absence = household?.absences?.[date]
    if (!household || household.siteId !== siteId || !absence?.appeal)
      throw new FaultError({ code: 'not_found' })
    // Nobody decides about their own family.
    if (isGuardian(household, openid)) throw new FaultError({ code: 'forbidden' })
    const answer = { lifted, by: person.name, at: now }
    const answered = await store.households.answerAppeal(householdId, date, answer)
    if (!answered && absence.answer?.lifted !== lifted) return accept({ answered })
    const by = absence.answer?.by ?? person.name
    const backFen = lifted
      ? await forgiveAbsence(context, { siteId, householdId, date, by })
      : fen(0)
    const site = await store.sites.get(siteId)
    if (site)
      await tellFamily(context, site, household, {
        key: `answered_${householdId}_${date}`,
        message: answeredMessage({ date, lifted, backFen }, now),
      })
    return accept({ answered })
  },
}
