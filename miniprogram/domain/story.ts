import type { SiteId } from './ids'
import type { Fen } from './money'
import type { Span } from './span'
import type { LocalDate } from './time'

export interface Book {
  readonly id: string
  readonly title: string
  readonly author: string
  /** Ages that it suits, in months. */
  readonly fromMonths: number
  readonly toMonths: number
  /** One of the app's own drawings, until a cover is photographed. */
  readonly cover: string
}

export type StoryService = 'reading' | 'early' | 'together'
export type Language = 'mandarin' | 'cantonese' | 'english'

/** A session of the picture-book week. */
export interface Story {
  readonly id: string
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
  readonly service: StoryService
  readonly title: string
  readonly leader: string
  readonly leaderRole: 'mother' | 'volunteer' | 'carer'
  readonly language: Language
  readonly accompanied: boolean
  /** By the price list of its day. */
  readonly priceFen: Fen
  readonly book: Book
}
