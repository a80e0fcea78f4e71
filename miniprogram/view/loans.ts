import type { Book } from '../domain/book'
import { isOverdue } from '../domain/loan'
import { daysBetween, type LocalDate } from '../domain/time'
import { bookCardOf, type BookCard } from './book-card'
import { dateWords, monthDay } from './when'

interface OwnLoan {
  readonly book: Book
  readonly dueOn: LocalDate
}

/** The family's books with the day each goes back; `late` in a sentence, empty when none is. */
export function loanCardsOf(
  loans: readonly OwnLoan[],
  today: LocalDate,
): { readonly cards: BookCard[]; readonly late: string } {
  const late = loans.filter((loan) => isOverdue(loan, today)).length
  return {
    cards: loans.map(({ book, dueOn }) => ({
      ...bookCardOf(book, dueWords(dueOn, today)),
      ...(isOverdue({ dueOn }, today) ? { late: true } : {}),
    })),
    late: late > 0 ? `有 ${late} 本过了日子，下次来园请带回来，别的孩子也在等。` : '',
  }
}

function dueWords(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn)
  if (days < 0) return `${monthDay(dueOn)}该还，过了 ${-days} 天`
  return days === 0 ? '今天还' : days === 1 ? '明天还' : `${dateWords(dueOn)}前还`
}

export function loanRulesWords(most: number, days: number): string {
  return `一家最多借 ${most} 本，每本 ${days} 天，不收费。来园请老师扫书后的码，借和还都一样。`
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
