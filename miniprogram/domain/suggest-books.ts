import { inOrder, suitsAge, type Book, type Theme } from './book'
import type { BookId } from './ids'
import type { Heard } from './reading'
import type { LocalDate } from './time'

/** Why a book is suggested, the strongest first. */
export type SuggestReason =
  /** It will be read in a session that is to come. */
  | { readonly kind: 'session'; readonly date: LocalDate }
  /** The child has heard this theme most often. */
  | { readonly kind: 'liked'; readonly theme: Theme }
  /** A theme of which the child has heard nothing yet. */
  | { readonly kind: 'new'; readonly theme: Theme }
  | { readonly kind: 'age' }

export interface Suggestion {
  readonly book: Book
  readonly reason: SuggestReason
}

export interface SuggestFacts {
  readonly books: readonly Book[]
  readonly heard: Heard
  readonly ageMonths: number
  /** The first coming day on which a book is read. */
  readonly coming: Readonly<Record<BookId, LocalDate>>
}

const RANK: Readonly<Record<SuggestReason['kind'], number>> = {
  session: 0,
  liked: 1,
  new: 2,
  age: 3,
}

/**
 * Books for the child's age that it has not heard, with the strongest reason for each. The same facts give the same
 * order on every phone: by reason, sessions by date, then the band of ages that fits closest, then by title.
 */
export function suggestBooks(facts: SuggestFacts, most = 6): Suggestion[] {
  const { books, heard, ageMonths } = facts
  const liked = likedThemeOf(books, heard)
  const known = new Set(books.filter(({ id }) => heard[id]).flatMap(({ themes }) => themes))
  return books
    .filter((book) => !heard[book.id] && suitsAge(book, ageMonths))
    .map((book) => ({ book, reason: reasonOf(book, facts, liked, known) }))
    .sort(
      (a, b) =>
        RANK[a.reason.kind] - RANK[b.reason.kind] ||
        dayOrder(a.reason, b.reason) ||
        width(a.book) - width(b.book) ||
        inOrder(a.book, b.book),
    )
    .slice(0, most)
}

function reasonOf(
  { id, themes }: Book,
  { coming }: SuggestFacts,
  liked: Theme | undefined,
  known: ReadonlySet<Theme>,
): SuggestReason {
  const date = coming[id]
  if (date) return { kind: 'session', date }
  if (liked && themes.includes(liked)) return { kind: 'liked', theme: liked }
  const fresh = known.size > 0 ? themes.find((theme) => !known.has(theme)) : undefined
  return fresh ? { kind: 'new', theme: fresh } : { kind: 'age' }
}

/** The theme heard on most days; of two the name decides. */
export function likedThemeOf(books: readonly Book[], heard: Heard): Theme | undefined {
  const days = new Map<Theme, number>()
  for (const { id, themes } of books) {
    const times = Object.keys(heard[id] ?? {}).length
    if (times > 0) for (const theme of themes) days.set(theme, (days.get(theme) ?? 0) + times)
  }
  return [...days].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

function dayOrder(a: SuggestReason, b: SuggestReason): number {
  if (a.kind !== 'session' || b.kind !== 'session') return 0
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}

function width({ fromMonths, toMonths }: Book): number {
  return toMonths - fromMonths
}
