import { decideAppeal } from '../../../miniprogram/domain/absence'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { absencesShown } from './absence-views'

/** The family says why a day should not count; staff answer. Saying it again changes the reason until they have. */
export const appealAbsence: UseCase<'appealAbsence', 'family'> = {
  name: 'appealAbsence',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run({ store, now }, { date, reason }, { household }) {
    const { id, absences } = household
    const decided = decideAppeal(absences, date, dateOf(now))
    if (!decided.ok) return decided
    const appeal = { reason, at: now }
    if (!(await store.households.appeal(id, date, appeal))) throw new FaultError({ code: 'busy' })
    return accept(absencesShown({ ...absences, [date]: { ...decided.value, appeal } }, now))
  },
}
