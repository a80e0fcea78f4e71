import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import { decideOpening } from '../../../miniprogram/domain/pass'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { openedPassOf } from './opened-pass'

/** The first who opens it; nobody is told who that was. */
export const openPass: UseCase<'openPass', 'anyone'> = {
  name: 'openPass',
  access: { for: 'anyone' },
  async run(context, { passId }, { openid }) {
    const { store, now } = context
    const pass = await store.passes.get(passId)
    if (!pass) throw new FaultError({ code: 'not_found' })
    const household = await store.households.get(pass.householdId)
    const isOwn = household !== undefined && isGuardian(household, openid)
    const decided = decideOpening(pass, openid, isOwn)
    if (!decided.ok) return decided
    if (decided.value === 'first') await store.passes.open(passId, openid, now)
    // Somebody may have been faster in between: what stands there now is the answer.
    const after = (await store.passes.get(passId)) ?? pass
    return accept(await openedPassOf(context, after, openid))
  },
}
