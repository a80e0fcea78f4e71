import { FaultError } from '../../../miniprogram/domain/fault'
import { decideConfirming, matchNumberOf } from '../../../miniprogram/domain/pass'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownPass } from './own-pass'
import { passViewOf } from './pass-view'

/** Only now does the pass belong to the person who opened it. */
export const confirmPass: UseCase<'confirmPass', 'anyone'> = {
  name: 'confirmPass',
  access: { for: 'anyone' },
  async run(context, { passId, number }, { openid }) {
    const { store, now, hash } = context
    const pass = await ownPass(context, openid, passId)
    const { openedBy } = pass
    const openers = openedBy === undefined ? undefined : matchNumberOf(hash(passId, openedBy))
    const decided = decideConfirming(pass, { number, openers })
    if (!decided.ok) return decided
    if (decided.value === 'done') return accept({ pass: passViewOf(context, pass) })
    // Revoked, or confirmed by the other parent, in the same moment: the next look says which.
    if (!(await store.passes.confirm(passId, openedBy ?? '', now)))
      throw new FaultError({ code: 'busy' })
    return accept({ pass: passViewOf(context, { ...pass, confirmedAt: now }) })
  },
}
