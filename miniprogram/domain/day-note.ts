import type { BookId } from './ids'

/** How a child's day was (当日记录); a field that nobody tapped says nothing. */
export interface DayNote {
  readonly eaten?: 'all' | 'some' | 'little'
  /** Minutes asleep, in half hours; 0 is awake all day. */
  readonly sleptMinutes?: number
  readonly mood?: 'happy' | 'calm' | 'upset'
  /** Nappies changed. */
  readonly nappies?: number
  /** Titles of the picture books that were read. */
  readonly books?: readonly string[]
  /** Those of them that are in the catalogue. */
  readonly bookIds?: readonly BookId[]
  readonly sentence?: string
}

/** What is said later adds to what was said before, and corrects the same field; books add up. */
export function noteAfter(before: DayNote | undefined, said: DayNote): DayNote {
  const books = [...new Set([...(before?.books ?? []), ...(said.books ?? [])])]
  const bookIds = [...new Set([...(before?.bookIds ?? []), ...(said.bookIds ?? [])])]
  return {
    ...before,
    ...said,
    ...(books.length > 0 ? { books } : {}),
    ...(bookIds.length > 0 ? { bookIds } : {}),
  }
}

/** Whether anything was said at all. */
export function isBlank(note: DayNote): boolean {
  const { sentence, books, bookIds, ...rest } = note
  return (
    !sentence &&
    !books?.length &&
    !bookIds?.length &&
    Object.values(rest).every((value) => value === undefined)
  )
}
