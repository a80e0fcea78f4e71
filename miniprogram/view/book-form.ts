import type { Book, Language, Theme } from '../domain/book'
import { readIsbn, type IsbnProblem } from '../domain/isbn'
import type { FormErrors } from './form-errors'

/** A book as it is being typed; months as the pickers give them. */
export interface BookForm {
  readonly isbn: string
  readonly title: string
  readonly author: string
  readonly illustrator: string
  readonly publisher: string
  readonly fromMonths: number
  readonly toMonths: number
  readonly themes: readonly Theme[]
  readonly languages: readonly Language[]
}

export const EMPTY_BOOK: BookForm = {
  isbn: '',
  title: '',
  author: '',
  illustrator: '',
  publisher: '',
  fromMonths: 18,
  toMonths: 36,
  themes: [],
  languages: ['mandarin'],
}

/** Ages that a picture book begins or ends with. */
export const AGE_STEPS = [0, 6, 12, 18, 24, 30, 36, 48, 60, 72] as const

export const BOOK_FORM_WORDS = {
  isbn: 'ISBN 不对，请对着封底再看一遍；没有就空着。',
  title: '请写书名，最多四十个字。',
  author: '请写作者，最多四十个字。',
  illustrator: '绘者最多四十个字。',
  publisher: '出版社最多四十个字。',
  ages: '开始的年龄要比结束的小。',
  themes: '请至少选一个主题。',
  languages: '请至少选一种语言。',
  cover: '封面没有传上去，请再选一次。',
} as const satisfies FormErrors

const ISBN_WORDS: Readonly<Record<IsbnProblem, string>> = {
  length: 'ISBN 是 13 位数字（老书是 10 位），请对着封底再看一遍。',
  prefix: '这不是书的条形码：ISBN 以 978 或 979 开头。',
  digit: '有一位数字不对，请对着封底再看一遍，或重新扫一次。',
}

/** What is wrong with the number; empty when it is right, or not given. */
export function isbnErrorOf(typed: string): string {
  if (typed.trim() === '') return ''
  const read = readIsbn(typed)
  return read.ok ? '' : ISBN_WORDS[read.why]
}

const LONGEST = 40

export function bookErrorsOf(form: BookForm): FormErrors {
  const { isbn, title, author, illustrator, publisher, fromMonths, toMonths } = form
  const isbnError = isbnErrorOf(isbn)
  const wrong: readonly (readonly [keyof typeof BOOK_FORM_WORDS, boolean])[] = [
    ['title', !fits(title)],
    ['author', !fits(author)],
    ['illustrator', illustrator.trim().length > LONGEST],
    ['publisher', publisher.trim().length > LONGEST],
    ['ages', fromMonths >= toMonths],
    ['themes', form.themes.length === 0],
    ['languages', form.languages.length === 0],
  ]
  return {
    ...(isbnError ? { isbn: isbnError } : {}),
    ...Object.fromEntries(
      wrong.filter(([, is]) => is).map(([field]) => [field, BOOK_FORM_WORDS[field]]),
    ),
  }
}

function fits(text: string): boolean {
  const length = text.trim().length
  return length > 0 && length <= LONGEST
}

export function bookFormOf(book: Book): BookForm {
  const { title, author, illustrator, publisher, fromMonths, toMonths, themes, languages } = book
  return {
    isbn: book.isbn ?? '',
    title,
    author,
    illustrator,
    publisher,
    fromMonths,
    toMonths,
    themes,
    languages,
  }
}

/** A second tap takes the word back. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item]
}
