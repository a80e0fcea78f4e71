import type { PhoneEnv, Runtime } from '../runtime/types'
import type { Router } from '../router/router'

/** What every family of `wx` functions is made from. */
export interface Phone {
  runtime: Runtime
  router: Router
  env: PhoneEnv
  /** App-wide listeners (`onAppShow`, `onNetworkStatusChange`, …) by event name. */
  listeners: Map<string, Set<(value: unknown) => void>>
}

export type Family = (phone: Phone) => Record<string, unknown>

/** `{ onX, offX }` over one set of listeners. */
export const listenerPair = (phone: Phone, name: string): Record<string, unknown> => ({
  [`on${name}`]: (listener: (value: unknown) => void) => {
    const set = phone.listeners.get(name) ?? new Set()
    phone.listeners.set(name, set.add(listener))
  },
  [`off${name}`]: (listener?: (value: unknown) => void) => {
    if (listener) phone.listeners.get(name)?.delete(listener)
    else phone.listeners.delete(name)
  },
})

export const tell = (phone: Phone, name: string, value?: unknown): void => {
  for (const listener of phone.listeners.get(name) ?? []) listener(value)
}
