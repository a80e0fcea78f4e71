import type { Api } from '../../cloudfunctions/core/contract/api'
import type { PassId } from '../domain/ids'
import { keepEncrypted, keptEncrypted } from './encrypted'
import { dayKey, forgetOldDays, passKeyOf } from './kept-days'

export type OpenedPass = Api['showPass']['output']

/** Keeps a pass that opens the door, so that it does so without network; any other one leaves nothing. */
export async function keepPass(id: PassId, pass: OpenedPass): Promise<void> {
  forgetOldDays(pass.now)
  const key = dayKey('pass', pass.date, id)
  if (pass.ticket) await keepEncrypted(key, pass)
  else wx.removeStorageSync(key)
}

export async function keptPass(id: PassId): Promise<OpenedPass | undefined> {
  const key = passKeyOf(id)
  return key === undefined ? undefined : keptEncrypted<OpenedPass>(key)
}
