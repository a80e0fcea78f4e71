import { WxFailure } from './asynchronous'

/** Whether this phone has a network; the shell switches it. */
export const networkState = { online: true }

/** Every way out of the phone passes here first. */
export function requireNetwork(): void {
  if (!networkState.online) throw new WxFailure('request:fail network is down', { errCode: -1 })
}
