import type { LoanRules } from '../domain/loan'
import { wholeOf } from './typed-number'

/** The two numbers of lending, as they are typed. */
export interface LoanForm {
  readonly days: string
  readonly most: string
}

export function loanFormOf({ days, most }: LoanRules): LoanForm {
  return { days: String(days), most: String(most) }
}

/** What is no number is none: the rule says what is wrong with it. */
export function loanRulesOf({ days, most }: LoanForm): LoanRules {
  return { days: counted(days), most: counted(most) }
}

function counted(typed: string): number {
  return Math.max(0, wholeOf(typed) ?? 0)
}
