/** Who calls, by the platform's word alone: nothing of it comes from the payload. */
export type Caller =
  | { readonly kind: 'person'; readonly openid: string }
  | { readonly kind: 'timer' }
  | { readonly kind: 'nobody' }

/**
 * The environment that CloudBase gives a call: `WX_OPENID` when a mini-program calls, `TRIGGER_SRC=timer`
 * when a timer does (read so by @cloudbase/node-sdk, lib utils/wxCloudToken).
 */
export interface CallEnvironment {
  readonly WX_OPENID?: string
  readonly TRIGGER_SRC?: string
}

export function callerOf({ WX_OPENID, TRIGGER_SRC }: CallEnvironment): Caller {
  if (WX_OPENID) return { kind: 'person', openid: WX_OPENID }
  return TRIGGER_SRC === 'timer' ? { kind: 'timer' } : { kind: 'nobody' }
}
