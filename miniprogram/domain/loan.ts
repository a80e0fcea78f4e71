import type { BookId, CopyId, HouseholdId, LoanId, SiteId } from './ids'
import { accept, refuse, type Result } from './result'
import { addDays, type Instant, type LocalDate } from './time'

/** How long a family keeps a book, and how many at once. */
export interface LoanRules {
  readonly days: number
  readonly most: number
}

/** Until the site says otherwise. */
export const LOAN_RULES: LoanRules = { days: 14, most: 3 }

export interface Loan {
  readonly id: LoanId
  readonly householdId: HouseholdId
  readonly lentOn: LocalDate
  readonly dueOn: LocalDate
  /** Which carer lent it. */
  readonly by: string
  /** The scan that lent it: the same tap again is the same loan. */
  readonly attempt: string
  /** When the family kept it longer, which it may once, and by which tap. */
  readonly renewed?: { readonly on: LocalDate; readonly attempt: string }
}

/** One copy of a book at the point, with the label on its back. */
export interface Copy {
  readonly id: CopyId
  readonly siteId: SiteId
  readonly bookId: BookId
  /** Six signs under the label's QR code, to be typed when it is scratched. */
  readonly code: string
  readonly addedAt: Instant
  readonly attempt: string
  /** At a family's home; absent when it stands on the shelf. */
  readonly loan?: Loan
  /** Not on the shelf and with nobody any more: lost, or out when its family was erased. */
  readonly gone?: { readonly on: LocalDate; readonly why: 'lost' | 'unnamed' }
}

export const LABEL_PREFIX = 'book-copy/'

/** The code that a label's QR holds, or that somebody typed; undefined for anything else. */
export function readLabel(text: string): string | undefined {
  const plain = text.trim()
  const code = (
    plain.startsWith(LABEL_PREFIX)
      ? plain.slice(plain.lastIndexOf('_') + 1)
      : plain.replace(/[\s-]/g, '')
  ).toUpperCase()
  return /^[0-9A-F]{6}$/.test(code) ? code : undefined
}

export function copyIdOf(siteId: SiteId, code: string): CopyId {
  return `${siteId}_${code}` as CopyId
}

export function loanIdOf(householdId: HouseholdId, number: number): LoanId {
  return `${householdId}_${number}` as LoanId
}

/** Until when this copy may go home with a family that has so many there; one that was thought lost is found again. */
export function decideLoan(
  copy: Pick<Copy, 'loan'>,
  atHome: number,
  rules: LoanRules,
  today: LocalDate,
): Result<{ readonly dueOn: LocalDate }> {
  if (copy.loan) return refuse({ code: 'copy_lent', dueOn: copy.loan.dueOn })
  if (atHome >= rules.most) return refuse({ code: 'loans_full', most: rules.most })
  return accept({ dueOn: addDays(today, rules.days) })
}

/** Kept for as long again from its due day on: once, and not when it is late already. */
export function decideRenewal(
  loan: Pick<Loan, 'dueOn' | 'renewed'>,
  rules: LoanRules,
  today: LocalDate,
): Result<{ readonly dueOn: LocalDate }> {
  if (loan.renewed) return refuse({ code: 'loan_renewed', dueOn: loan.dueOn })
  if (isOverdue(loan, today)) return refuse({ code: 'loan_late', dueOn: loan.dueOn })
  return accept({ dueOn: addDays(loan.dueOn, rules.days) })
}

/** The due day itself is still in time. */
export function isOverdue({ dueOn }: Pick<Loan, 'dueOn'>, today: LocalDate): boolean {
  return dueOn < today
}
