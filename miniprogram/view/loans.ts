import type { Book } from '../domain/book'
import type { CopyId } from '../domain/ids'
import { decideRenewal, isOverdue, type LoanRules } from '../domain/loan'
import { daysBetween, type LocalDate } from '../domain/time'
import { bookCardOf, type BookCard } from './book-card'
import { dateWords, monthDay } from './when'

interface OwnLoan {
  readonly book: Book
  readonly copyId: CopyId
  readonly attempt: string
  readonly dueOn: LocalDate
  readonly renewed: boolean
}

/** One book at home, and until when it can be kept at a tap. */
export interface LoanCard {
  readonly card: BookCard
  readonly copyId: CopyId
  readonly attempt: string
  /** 续借到 12 月 23 日; empty when it cannot be. */
  readonly renew: string
}

/** The family's books with the day each goes back; `late` in a sentence, empty when none is. */
export function loanCardsOf(
  loans: readonly OwnLoan[],
  rules: LoanRules,
  today: LocalDate,
): { readonly cards: LoanCard[]; readonly late: string } {
  const late = loans.filter((loan) => isOverdue(loan, today)).length
  return {
    cards: loans.map((loan) => ({
      copyId: loan.copyId,
      attempt: loan.attempt,
      card: {
        ...bookCardOf(
          loan.book,
          `${dueWords(loan.dueOn, today)}${loan.renewed ? ' · 续借过' : ''}`,
        ),
        ...(isOverdue(loan, today) ? { late: true } : {}),
      },
      renew: renewWords(loan, rules, today),
    })),
    late: late > 0 ? `有 ${late} 本过了日子，下次来园请带回来，别的孩子也在等。` : '',
  }
}

function dueWords(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn)
  if (days < 0) return `${monthDay(dueOn)}该还，过了 ${-days} 天`
  return days === 0 ? '今天还' : days === 1 ? '明天还' : `${dateWords(dueOn)}前还`
}

function renewWords({ dueOn, renewed }: OwnLoan, rules: LoanRules, today: LocalDate): string {
  if (renewed) return ''
  const decided = decideRenewal({ dueOn }, rules, today)
  return decided.ok ? `续借到 ${monthDay(decided.value.dueOn)}` : ''
}

export function loanRulesWords({ most, days }: LoanRules): string {
  return `一家最多借 ${most} 本，每本 ${days} 天，可以续借一次，不收费。来园请老师扫书后的码，借和还都一样。`
}

/** One book out with a family, for the lending desk. */
export interface LoanRow {
  readonly copyId: string
  readonly attempt: string
  readonly title: string
  readonly who: string
  readonly due: string
  readonly late: boolean
  readonly phone: string
}

interface LoanFacts {
  readonly copyId: string
  readonly code: string
  readonly title: string
  readonly attempt: string
  readonly dueOn: LocalDate
  readonly childNames: readonly string[]
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
}

export function loanRowsOf(loans: readonly LoanFacts[], today: LocalDate): LoanRow[] {
  return loans.map((loan) => ({
    copyId: loan.copyId,
    attempt: loan.attempt,
    title: `《${loan.title}》${loan.code}`,
    who: borrowerWords(loan),
    due: dueWords(loan.dueOn, today),
    late: isOverdue(loan, today),
    phone: loan.guardians[0]?.phone ?? '',
  }))
}

/** 小雨家（小雨妈妈） */
export function borrowerWords({
  childNames,
  guardians,
}: Pick<LoanFacts, 'childNames' | 'guardians'>): string {
  return `${childNames.join('、')}家（${guardians.map(({ name }) => name).join('、')}）`
}
