import type { Language, Theme } from '../domain/book'
import type { Chip } from './book-card'

/** What the reader of the catalogue has tapped. */
export interface CatalogueChoice {
  readonly theme?: Theme
  readonly language?: Language
  /** Books for this child's age. */
  readonly child?: string
}

/** 适合小雨 */
export function childChips(
  children: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
): Chip<string>[] {
  return children.map(({ id, name }) => ({ value: id, label: `适合${name}`, on: id === chosen }))
}
