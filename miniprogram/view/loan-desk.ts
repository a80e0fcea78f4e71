import type { Book } from '../domain/book'
import type { CopyId } from '../domain/ids'
import { isOverdue } from '../domain/loan'
import type { LocalDate } from '../domain/time'
import { coverOf, type CoverView } from './book-card'
import { borrowerWords } from './loans'
import { monthDay } from './when'

/** What `showCopy` answers. */
interface CopyShown {
  readonly copy: { readonly id: CopyId; readonly code: string; readonly dueOn?: LocalDate }
  readonly book: Book
  readonly loan?: {
    readonly attempt: string
    readonly childNames: readonly string[]
    readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  }
}

export interface ScannedCopy {
  readonly copyId: CopyId
  readonly title: string
  readonly code: string
  readonly cover: CoverView
  /** Who has it; empty when it stands on the shelf. */
  readonly who: string
  readonly due: string
  readonly late: boolean
  /** The loan to end; empty when there is none. */
  readonly attempt: string
}

export function scannedOf({ copy, book, loan }: CopyShown, today: LocalDate): ScannedCopy {
  const { id, code, dueOn } = copy
  return {
    copyId: id,
    title: book.title,
    code,
    cover: coverOf(book),
    who: loan ? borrowerWords(loan) : '',
    due: dueOn ? `${monthDay(dueOn)}还` : '',
    late: dueOn !== undefined && isOverdue({ dueOn }, today),
    attempt: loan?.attempt ?? '',
  }
}
