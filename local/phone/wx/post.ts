import { WxFailure } from './asynchronous'
import type { Phone } from './family'
import { requireNetwork } from './network-state'

/** Sends JSON to the local cloud as this phone's person; fails as a phone without network does. */
export async function post(phone: Phone, path: string, body: unknown): Promise<Response> {
  requireNetwork()
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': phone.env.openid },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new WxFailure(`request:fail ${String(error)}`, { errCode: -1 })
  })
}
