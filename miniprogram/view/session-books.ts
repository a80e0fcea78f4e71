import type { Book } from '../domain/book'
import type { SessionId } from '../domain/ids'
import type { Span } from '../domain/span'
import { addDays, dateOf, instantOf, type Instant, type LocalDate } from '../domain/time'
import { dateWords, dayWord, spanWords } from './when'

export type NamedBook = Pick<Book, 'id' | 'title'>

interface SessionFacts {
  readonly id: SessionId
  readonly date: LocalDate
  readonly span: Span
  readonly title: string
  readonly leader: { readonly name: string }
  readonly bookIds: readonly string[]
  readonly off?: string
}

/** A coming session, and what it reads. */
export interface SessionRow {
  readonly id: SessionId
  readonly title: string
  /** 明天 10:00–10:30 · 阿May */
  readonly when: string
  /** 《月亮睡了吗》, or that nobody has said yet. */
  readonly books: string
  readonly named: boolean
}

const DAYS = 7

export function sessionRowsOf(
  sessions: readonly SessionFacts[],
  books: readonly NamedBook[],
  now: Instant,
): SessionRow[] {
  const today = dateOf(now)
  return sessions
    .filter(
      ({ date, span, off }) =>
        off === undefined && date < addDays(today, DAYS) && instantOf(date, span.to) > now,
    )
    .map(({ id, date, span, title, leader, bookIds }) => {
      const named = books.filter((book) => bookIds.includes(book.id))
      const day = dayWord(date, today)
      const when = `${day === '今天' || day === '明天' ? day : dateWords(date)} ${spanWords(span)}`
      return {
        id,
        title,
        when: [when, leader.name].filter(Boolean).join(' · '),
        books: named.map((book) => `《${book.title}》`).join('') || '还没写讲哪本书',
        named: named.length > 0,
      }
    })
}

export interface BookChip {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

/** What is chosen, then what the words find. */
export function pickChips(
  chosen: readonly NamedBook[],
  found: readonly NamedBook[],
): { readonly chosen: BookChip[]; readonly found: BookChip[] } {
  const fresh = found.filter(({ id }) => !chosen.some((book) => book.id === id))
  return {
    chosen: chosen.map(({ id, title }) => ({ value: id, label: title, on: true })),
    found: fresh.map(({ id, title }) => ({ value: id, label: title, on: false })),
  }
}
