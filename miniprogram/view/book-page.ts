import type { Book } from '../domain/book'
import type { Copy } from '../domain/loan'
import type { LocalDate } from '../domain/time'
import { agesWords, byWords, coverOf, type CoverView } from './book-card'
import { monthDay } from './when'
import { LANGUAGE_WORDS } from './words-session'
import { THEME_WORDS } from './words-theme'

export interface BookPage {
  readonly title: string
  readonly cover: CoverView
  readonly by: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** 在架 1 册，一共 2 册 */
  readonly shelf: string
  readonly isHere: boolean
}

export function bookPageOf(shown: {
  readonly book: Book
  readonly copies: number
  readonly onShelf: number
}): BookPage {
  const { book, copies, onShelf } = shown
  const { title, themes, languages, isbn } = book
  return {
    title,
    cover: coverOf(book),
    by: byWords(book),
    facts: [
      { label: '适合', text: agesWords(book) },
      { label: '主题', text: themes.map((theme) => THEME_WORDS[theme]).join('、') },
      { label: '语言', text: languages.map((language) => LANGUAGE_WORDS[language]).join('、') },
      ...(isbn ? [{ label: 'ISBN', text: isbn }] : []),
    ],
    shelf: shelfWords(copies, onShelf),
    isHere: onShelf > 0,
  }
}

function shelfWords(copies: number, onShelf: number): string {
  if (copies === 0) return '只在园里读，不外借'
  if (onShelf === 0) return `${copies} 册都借出去了`
  return `在架 ${onShelf} 册，一共 ${copies} 册，来园可以借回家`
}

export interface CopyRow {
  readonly id: string
  readonly code: string
  readonly state: string
  readonly tone: 'leaf' | 'sun' | 'coral'
}

type CopyFacts = Pick<Copy, 'id' | 'code' | 'gone'> & { readonly dueOn?: LocalDate }

export function copyRowsOf(copies: readonly CopyFacts[]): CopyRow[] {
  return copies.map(({ id, code, dueOn, gone }) => ({
    id,
    code,
    ...(dueOn
      ? ({ state: `借出，${monthDay(dueOn)}还`, tone: 'sun' } as const)
      : gone
        ? ({ state: gone.why === 'lost' ? '丢失' : '借走没还，家庭已注销', tone: 'coral' } as const)
        : ({ state: '在架', tone: 'leaf' } as const)),
  }))
}
