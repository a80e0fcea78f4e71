import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import type { PassId } from '../../../miniprogram/domain/ids'
import type { Pass } from '../../../miniprogram/domain/pass'
import type { Context } from '../kernel/context'

/** A pass that the caller's family gave; anybody else's is not found. */
export async function ownPass({ store }: Context, openid: string, id: PassId): Promise<Pass> {
  const pass = await store.passes.get(id)
  const household = pass && (await store.households.get(pass.householdId))
  if (!pass || !household || !isGuardian(household, openid))
    throw new FaultError({ code: 'not_found' })
  return pass
}
