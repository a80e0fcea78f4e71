import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import type { ChildId } from '../../../miniprogram/domain/ids'
import type { Context } from '../kernel/context'

/** The records of these children go, and they themselves last, so that a retry finds what is left. */
export async function eraseChildren(
  { store }: Context,
  household: Household,
  childIds: readonly ChildId[],
): Promise<void> {
  for (const childId of childIds) {
    await store.readings.eraseChild(household.id, childId)
    await store.notes.eraseChild(household.id, childId)
    await store.checks.eraseChild(household.id, childId)
    await store.passes.eraseChild(household.id, childId)
    await store.overrides.eraseChild(household.id, childId)
  }
  if (!(await store.familyFiles.removeChildren(household, childIds)))
    throw new FaultError({ code: 'busy' })
  // A note that was being written while the child was still there.
  for (const childId of childIds) await store.notes.eraseChild(household.id, childId)
}
