import { fen, type Fen } from '../domain/money'
import type { FormErrors } from './form-errors'
import { fenOf } from './typed-number'

export interface CorrectionForm {
  /** Off the bill, onto it, or a payment that never was. */
  readonly kind: 'less' | 'more' | 'unpaid'
  readonly amount: string
  readonly reason: string
}

export const CORRECTION_WORDS = {
  fen: '请写金额，大于 0，最多两位小数。',
  reason: '请写原因，最多 20 个字。',
} as const satisfies FormErrors

const MOST_REASON = 20

export function correctionErrorsOf({ amount, reason }: CorrectionForm): FormErrors {
  const wrong = {
    fen: (fenOf(amount) ?? fen(0)) <= 0,
    reason: reason.trim() === '' || reason.trim().length > MOST_REASON,
  }
  const fields = Object.keys(wrong) as (keyof typeof wrong)[]
  return Object.fromEntries(
    fields.filter((field) => wrong[field]).map((field) => [field, CORRECTION_WORDS[field]]),
  )
}

/** Signed as the function takes it: what the line adds to the bill, or how much was not paid. */
export function correctionFenOf({ kind, amount }: CorrectionForm): Fen {
  const written = fenOf(amount) ?? fen(0)
  return kind === 'less' ? fen(0 - written) : written
}
