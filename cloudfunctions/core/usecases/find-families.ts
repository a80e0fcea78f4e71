import { ageInMonths } from '../../../miniprogram/domain/age'
import { isMeant } from '../../../miniprogram/domain/find-family'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Who types less precisely gets no list of all families. */
const MOST_FOUND = 8

export const findFamilies: UseCase<'findFamilies', 'staff'> = {
  name: 'findFamilies',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run({ store, now }, { siteId, typed }) {
    const households = await store.households.ofSite(siteId)
    const children = households.flatMap(({ id: householdId, guardians, papers, ...household }) =>
      household.children
        .filter(({ name }) => isMeant(typed, { name, guardians }))
        .map(({ id, name, birthDate }) => ({
          childId: id,
          householdId,
          name,
          ageMonths: ageInMonths(birthDate, dateOf(now)),
          guardians: guardians.map((each) => ({ name: each.name, phone: each.phone })),
          papersSeen: papers !== undefined,
        })),
    )
    return accept({ children: children.slice(0, MOST_FOUND) })
  },
}
