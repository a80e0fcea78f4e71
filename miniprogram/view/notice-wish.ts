import type { Language } from '../domain/audience'

export interface LanguageChoice {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  mandarin: '普通话',
  cantonese: '粤语',
  english: 'English',
}

export function languageChoicesOf(chosen: Language): LanguageChoice[] {
  return Object.entries(LANGUAGE_WORDS).map(([value, label]) => ({
    value,
    label,
    on: value === chosen,
  }))
}

/** An estimate, and said so: WeChat alone knows. */
export function allowedWords(allowed: number): string {
  return allowed > 0 ? `约还能发 ${allowed} 条到微信` : '下一条只在这里，不会到微信'
}
