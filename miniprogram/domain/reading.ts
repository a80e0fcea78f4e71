import type { BookId, ChildId, HouseholdId, SiteId } from './ids'
import type { LocalDate } from './time'

/** Where a child heard a book on a day; both may be true. */
export interface Hearing {
  /** In a session of the picture-book week: who read. */
  readonly session?: string
  /** In care, by the day note. */
  readonly care?: true
}

/** By book and date: told twice, or by a session and a note of the same day, it is one time. */
export type Heard = Readonly<Record<BookId, Readonly<Record<LocalDate, Hearing>>>>

/** What one child has heard read: one document a child. */
export interface Reading {
  readonly siteId: SiteId
  readonly householdId: HouseholdId
  readonly childId: ChildId
  readonly heard: Heard
}

export interface HeardBook {
  readonly bookId: BookId
  /** Days on which it was read to the child. */
  readonly times: number
  readonly lastOn: LocalDate
  readonly where: Hearing
}

/** Each book once, the one heard last first. */
export function heardBooksOf(heard: Heard): HeardBook[] {
  const books = Object.entries(heard) as [BookId, Heard[BookId]][]
  return books
    .flatMap(([bookId, days]) => {
      const dates = Object.keys(days).sort() as LocalDate[]
      const lastOn = dates[dates.length - 1]
      const where = lastOn && days[lastOn]
      return lastOn && where ? [{ bookId, times: dates.length, lastOn, where }] : []
    })
    .sort((a, b) =>
      a.lastOn === b.lastOn ? (a.bookId < b.bookId ? -1 : 1) : a.lastOn < b.lastOn ? 1 : -1,
    )
}
