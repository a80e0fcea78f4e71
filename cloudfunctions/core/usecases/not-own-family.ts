import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import type { Context } from '../kernel/context'

/** Nobody handles their own family's money. */
export async function notOwnFamily(
  { store }: Context,
  openid: string,
  householdId: HouseholdId,
): Promise<void> {
  const household = await store.households.get(householdId)
  if (household && isGuardian(household, openid)) throw new FaultError({ code: 'forbidden' })
}
