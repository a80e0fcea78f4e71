import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { openedPassOf } from './opened-pass'

export const showPass: UseCase<'showPass', 'anyone'> = {
  name: 'showPass',
  access: { for: 'anyone' },
  async run(context, { passId }, { openid }) {
    const pass = await context.store.passes.get(passId)
    if (!pass) throw new FaultError({ code: 'not_found' })
    return accept(await openedPassOf(context, pass, openid))
  },
}
