import { FaultError } from '../../../miniprogram/domain/fault'
import { healthAfter } from '../../../miniprogram/domain/health'
import { isGuardian } from '../../../miniprogram/domain/household'
import { householdOf } from '../../../miniprogram/domain/ids'
import { STANDARD_HEALTH } from '../../../miniprogram/domain/illness'
import { HEALTH_ROLES } from '../../../miniprogram/domain/role'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { InputOf } from '../contract/api'
import type { UseCase } from '../kernel/use-case'
import { auditRead } from './audit-read'

/** Staff have seen a check-up, a vaccination record or a doctor's note: its dates, with nothing of the paper. */
export const recordHealth: UseCase<'recordHealth', 'staff'> = {
  name: 'recordHealth',
  access: { for: 'staff', roles: HEALTH_ROLES },
  async run(context, input, found) {
    const { store, now } = context
    const { siteId, childId, checkUpOn, nextVaccinationOn, returnOn } = input
    const household = await store.households.get(householdOf(childId))
    const child = household?.children.find(({ id }) => id === childId)
    if (!household || !child || household.siteId !== siteId)
      throw new FaultError({ code: 'not_found' })
    // Nobody vouches for their own family.
    if (isGuardian(household, found.openid)) throw new FaultError({ code: 'forbidden' })
    refuseDates(input, dateOf(now))
    const site = await store.sites.get(siteId)
    const { checkUpMonths } = site?.health ?? STANDARD_HEALTH
    const before = household.health?.[childId]
    const seen = {
      ...(checkUpOn ? { checkUpOn } : {}),
      ...(nextVaccinationOn ? { nextVaccinationOn } : {}),
      ...(returnOn ? { returnOn } : {}),
    }
    const after = healthAfter(before, seen, { today: dateOf(now), checkUpMonths })
    await auditRead(context, found, { siteId, what: 'health', childIds: [childId] })
    const change = { before, after }
    if (!(await store.households.changeHealth(household.id, childId, change)))
      throw new FaultError({ code: 'busy' })
    return accept({ health: after })
  },
}

/** A check-up lies in the past; the next vaccination and the return do not lie in the far past. */
function refuseDates({ checkUpOn, nextVaccinationOn }: InputOf<'recordHealth'>, today: string) {
  const wrong = [
    ...(checkUpOn && checkUpOn > today ? ['checkUpOn'] : []),
    ...(nextVaccinationOn && nextVaccinationOn <= today ? ['nextVaccinationOn'] : []),
  ]
  if (wrong.length > 0)
    throw new FaultError({
      code: 'invalid_input',
      fields: wrong.map((path) => ({ path, why: 'wrong' as const })),
    })
}
