import { THEMES, type Book, type Theme } from '../domain/book'
import type { Hearing } from '../domain/reading'
import type { SuggestReason } from '../domain/suggest-books'
import { dateOf, type Instant, type LocalDate } from '../domain/time'
import { bookCardOf, type BookCard } from './book-card'
import { dateWords, dayWord, monthDay } from './when'
import { THEME_WORDS } from './words-theme'

/** What `showReading` answers. */
export interface ReadingFacts {
  readonly log: readonly {
    readonly book: Book
    readonly times: number
    readonly lastOn: LocalDate
    readonly where: Hearing
  }[]
  readonly of: number
  readonly suggestions: readonly { readonly book: Book; readonly reason: SuggestReason }[]
}

export interface ReadingView {
  readonly heard: number
  readonly of: number
  /** How far the line is filled, in hundredths. */
  readonly percent: number
  readonly headline: string
  readonly log: readonly BookCard[]
  readonly suggestions: readonly BookCard[]
}

export function readingOf(facts: ReadingFacts, name: string, now: Instant): ReadingView {
  const { log, of, suggestions } = facts
  const heard = log.length
  return {
    heard,
    of,
    percent: of === 0 ? 0 : Math.round((heard / of) * 100),
    headline: `${name}听过 ${heard} / ${of} 本`,
    log: log.map(({ book, times, lastOn, where }) =>
      bookCardOf(
        book,
        [heardWords(lastOn, where), times > 1 ? `听过 ${times} 次` : '']
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    suggestions: suggestions.map(({ book, reason }) => bookCardOf(book, reasonWords(reason, now))),
  }
}

/** 11 月 24 日 绘本课，李阿姨讲 */
function heardWords(date: LocalDate, { session, care }: Hearing): string {
  if (session) return `${monthDay(date)} 绘本课，${session}讲`
  return `${monthDay(date)}${care ? ' 在园里听' : ''}`
}

function reasonWords(reason: SuggestReason, now: Instant): string {
  switch (reason.kind) {
    case 'session': {
      const word = dayWord(reason.date, dateOf(now))
      return `${word || dateWords(reason.date)}的绘本课会讲`
    }
    case 'liked':
      return `也是“${THEME_WORDS[reason.theme]}”，听得最多的主题`
    case 'new':
      return `还没听过“${THEME_WORDS[reason.theme]}”的书`
    case 'age':
      return '正合这个年龄'
  }
}

/** The reading passport: one child's given name, how many books, and a stamp for each theme. Nobody else's facts. */
export interface Passport {
  readonly name: string
  readonly heard: string
  readonly stamps: readonly PassportStamp[]
  readonly site: string
}

export interface PassportStamp {
  readonly theme: Theme
  readonly word: string
  readonly count: number
}

export function passportOf(facts: ReadingFacts, name: string, site: string): Passport {
  return {
    name,
    heard: String(facts.log.length),
    stamps: THEMES.map((theme) => ({
      theme,
      word: THEME_WORDS[theme],
      count: facts.log.filter(({ book }) => book.themes.includes(theme)).length,
    })),
    site,
  }
}

/** For a screen reader, and for who shares the page. */
export function passportWords({ name, heard, stamps }: Passport): string {
  const got = stamps.filter(({ count }) => count > 0).length
  return `${name}的阅读护照：听过 ${heard} 本绘本，集了 ${got} 个章`
}
