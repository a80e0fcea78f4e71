import type { Refusal } from './refusal'

/** What a rule answers: a value, or a refusal that says why and what next. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(refusal: Refusal): Refused {
  return { ok: false, refusal }
}
