import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownPass } from './own-pass'
import { passViewOf } from './pass-view'

/** At any time; a phone at the door that has a network knows it at once. */
export const revokePass: UseCase<'revokePass', 'anyone'> = {
  name: 'revokePass',
  access: { for: 'anyone' },
  async run(context, { passId }, { openid }) {
    const pass = await ownPass(context, openid, passId)
    await context.store.passes.revoke(passId, context.now)
    const revokedAt = pass.revokedAt ?? context.now
    return accept({ pass: passViewOf(context, { ...pass, revokedAt }) })
  },
}
