import type { BookId, SiteId } from './ids'
import { readIsbn, type Isbn } from './isbn'

/** What a picture book is about; each is a stamp in the reading passport. */
export const THEMES = [
  'animals',
  'bedtime',
  'food',
  'feelings',
  'family',
  'nature',
  'counting',
  'rhymes',
] as const
export type Theme = (typeof THEMES)[number]
export const LANGUAGES = ['mandarin', 'cantonese', 'english'] as const
export type Language = (typeof LANGUAGES)[number]

/** A picture book of a site's catalogue, however many copies of it are there. */
export interface Book {
  readonly id: BookId
  readonly siteId: SiteId
  readonly title: string
  readonly author: string
  /** Empty when the author drew it too. */
  readonly illustrator: string
  /** Empty for a booklet that the community made itself. */
  readonly publisher: string
  readonly isbn?: Isbn
  /** Ages that it suits, in months: from ≤ age < to. */
  readonly fromMonths: number
  readonly toMonths: number
  readonly themes: readonly Theme[]
  readonly languages: readonly Language[]
  /** A photograph in the cloud's storage, or the name of one of the app's own drawings. */
  readonly cover?: string
}

export interface BookQuery {
  /** A part of the title, the author or the publisher, or digits of the ISBN. */
  readonly text?: string
  readonly theme?: Theme
  readonly language?: Language
  readonly ageMonths?: number
}

export function suitsAge(
  { fromMonths, toMonths }: Pick<Book, 'fromMonths' | 'toMonths'>,
  months: number,
): boolean {
  return fromMonths <= months && months < toMonths
}

/** The books that are meant, youngest readers first, then by title. */
export function findBooks<B extends Book>(books: readonly B[], query: BookQuery): B[] {
  return books.filter((book) => isMeant(book, query)).sort(inOrder)
}

/** The digits of a number that a person reads off a cover; fewer are found in too many books. */
const FEWEST_DIGITS = 4

function isMeant(book: Book, { text = '', theme, language, ageMonths }: BookQuery): boolean {
  return (
    (theme === undefined || book.themes.includes(theme)) &&
    (language === undefined || book.languages.includes(language)) &&
    (ageMonths === undefined || suitsAge(book, ageMonths)) &&
    saysSo(book, plain(text))
  )
}

function saysSo(book: Book, text: string): boolean {
  if (text === '') return true
  const { title, author, illustrator, publisher, isbn = '' } = book
  if ([title, author, illustrator, publisher].some((each) => plain(each).includes(text)))
    return true
  const read = readIsbn(text)
  const digits = read.ok ? read.isbn : text.replace(/-/g, '')
  return digits.length >= FEWEST_DIGITS && /^\d+$/.test(digits) && isbn.includes(digits)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s《》]/g, '')
}

/** Of one order on every phone: mini-programs have no reliable order of Chinese words. */
export function inOrder(a: Book, b: Book): number {
  const younger = a.fromMonths - b.fromMonths || a.toMonths - b.toMonths
  return younger || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1)
}
