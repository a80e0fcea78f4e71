import type { FaultCode } from '../domain/fault'
import type { Refusal } from '../domain/refusal'
import type { Detail } from './words'

const NOT_BY_RULE: Readonly<Record<FaultCode | 'offline', true>> = {
  signed_out: true,
  forbidden: true,
  not_found: true,
  invalid_input: true,
  busy: true,
  defect: true,
  offline: true,
}

/** Whether the rules said no: asking again would change nothing. */
export function isRefusal(detail: Detail): detail is Refusal {
  return !(detail.code in NOT_BY_RULE)
}
