import { LANGUAGES, THEMES, type Book, type Theme, type Language } from '../domain/book'
import { LANGUAGE_WORDS } from './words-session'
import { THEME_WORDS } from './words-theme'

/** A photograph, or what is drawn in its place: the title on one of six papers. */
export interface CoverView {
  /** Empty when the title is drawn. */
  readonly src: string
  /** As much of the title as the paper holds. */
  readonly title: string
  /** Letters are narrower than characters, and words longer. */
  readonly latin: boolean
  readonly tone: number
}

export interface BookCard {
  readonly id: string
  readonly cover: CoverView
  readonly title: string
  /** 艾瑞·卡尔 文图 · 明天出版社 */
  readonly by: string
  readonly chips: readonly string[]
  /** What stands below: a date, a reason; empty for none. */
  readonly note: string
  /** The note wants attention. */
  readonly late?: true
  readonly aria: string
}

const TONES = 6

export function coverOf({ title, cover = '' }: Pick<Book, 'title' | 'cover'>): CoverView {
  const drawing =
    cover === '' || cover.startsWith('cloud://') ? cover : `/images/cover/${cover}.svg`
  let sum = 0
  for (let at = 0; at < title.length; at++) sum = (sum * 31 + title.charCodeAt(at)) % 9973
  const latin = /^[\x20-\x7e]*$/.test(title)
  return { src: drawing, title: shortened(title, latin ? 24 : 14), latin, tone: sum % TONES }
}

function shortened(title: string, most: number): string {
  return title.length <= most ? title : `${title.slice(0, most - 1).trimEnd()}…`
}

export function bookCardOf(book: Book, note = ''): BookCard {
  const { id, title, themes, languages } = book
  const by = byWords(book)
  const chips = [
    agesWords(book),
    ...themes.slice(0, 1).map((theme) => THEME_WORDS[theme]),
    ...languages.filter((each) => each !== 'mandarin').map((each) => LANGUAGE_WORDS[each]),
  ]
  const aria = [`《${title}》`, by, note].filter(Boolean).join('，')
  return { id, cover: coverOf(book), title, by, chips, note, aria }
}

/** 1–3 岁, 18–36 个月 */
export function agesWords({ fromMonths, toMonths }: Pick<Book, 'fromMonths' | 'toMonths'>): string {
  const inYears = fromMonths % 12 === 0 && toMonths % 12 === 0
  return inYears ? `${fromMonths / 12}–${toMonths / 12} 岁` : `${fromMonths}–${toMonths} 个月`
}

export function byWords({ author, illustrator, publisher }: Book): string {
  const makers = illustrator && illustrator !== author ? `${author} 文，${illustrator} 图` : author
  return [makers, publisher].filter(Boolean).join(' · ')
}

export interface Chip<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly on: boolean
}

export function themeChips(on: readonly string[]): Chip<Theme>[] {
  return THEMES.map((value) => ({ value, label: THEME_WORDS[value], on: on.includes(value) }))
}

export function languageChips(on: readonly string[]): Chip<Language>[] {
  return LANGUAGES.map((value) => ({ value, label: LANGUAGE_WORDS[value], on: on.includes(value) }))
}
