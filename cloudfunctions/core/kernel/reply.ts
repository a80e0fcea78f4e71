import type { Fault } from '../../../miniprogram/domain/fault'
import type { Refusal } from '../../../miniprogram/domain/refusal'
import type { Reply } from '../contract/api'

export function reply<T>(requestId: string, value: T): Reply<T> {
  return { ok: true, value, requestId }
}

export function replyNo(requestId: string, detail: Refusal | Fault): Reply<never> {
  return { ok: false, code: detail.code, detail, requestId }
}
