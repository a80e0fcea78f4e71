import { FaultError } from '../../../miniprogram/domain/fault'
import type { Child } from '../../../miniprogram/domain/child'
import { MOST_CHILDREN, type Household } from '../../../miniprogram/domain/household'
import { childIdOf } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { InputOf } from '../contract/api'
import type { UseCase } from '../kernel/use-case'
import { householdViewOf } from './household-view'

/** Adds a child to the family, or corrects one. */
export const saveChild: UseCase<'saveChild', 'family'> = {
  name: 'saveChild',
  access: { for: 'family', of: (input) => input.householdId },
  async run({ store, now }, input, { household }) {
    if (input.birthDate > dateOf(now))
      throw new FaultError({
        code: 'invalid_input',
        fields: [{ path: 'birthDate', why: 'wrong' }],
      })
    const same = sameChild(household, input)
    if (same?.allergies === input.allergies)
      return accept({ household: householdViewOf(household), childId: same.id })
    const wanted = same ? { ...input, childId: same.id } : input
    if (!wanted.childId && household.children.length >= MOST_CHILDREN)
      return refuse({ code: 'children_full', most: MOST_CHILDREN })

    const { children, childCount, childId } = withChild(household, wanted)
    const saved = await store.households.saveChildren(household, children, childCount)
    if (!saved) throw new FaultError({ code: 'busy' })
    return accept({ household: householdViewOf({ ...household, children }), childId })
  },
}

/** The same tap again, or a retry after a lost reply: a new child that is there already. What is new about it counts. */
function sameChild({ children }: Household, input: InputOf<'saveChild'>): Child | undefined {
  if (input.childId) return undefined
  return children.find(
    ({ name, birthDate }) => name === input.name && birthDate === input.birthDate,
  )
}

function withChild(household: Household, input: InputOf<'saveChild'>) {
  const { name, birthDate, allergies } = input
  if (!input.childId) {
    const childCount = household.childCount + 1
    const id = childIdOf(household.id, childCount)
    const children = [...household.children, { id, name, birthDate, allergies }]
    return { children, childCount, childId: id }
  }
  const { childId } = input
  if (!household.children.some(({ id }) => id === childId))
    throw new FaultError({ code: 'not_found' })
  const children = household.children.map((child) =>
    child.id === childId ? { ...child, name, birthDate, allergies } : child,
  )
  return { children, childCount: household.childCount, childId }
}
