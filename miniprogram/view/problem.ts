import { spanWords } from './when'
import type { Act, Detail, Words } from './words'
import type { Span } from '../domain/span'

/** A refusal beside the thing that was refused, with every next step as a button. */
export interface Problem {
  readonly title: string
  readonly text: string
  readonly next: { readonly label: string; readonly act: Act } | null
  /** Free spans instead of the full one. */
  readonly spans: readonly { readonly label: string; readonly span: Span }[]
}

export function problemOf(words: Words, detail: Detail | undefined): Problem {
  const nearest = detail?.code === 'session_full' ? detail.nearest : []
  return {
    title: words.title,
    text: words.text,
    next: words.next ?? null,
    spans: nearest.map((span) => ({ label: `改约 ${spanWords(span)}`, span })),
  }
}
