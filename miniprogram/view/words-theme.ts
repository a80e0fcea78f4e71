import type { Theme } from '../domain/book'

/** The themes of the catalogue, which are the stamps of the reading passport. */
export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  animals: '动物',
  bedtime: '睡前',
  food: '吃饭',
  feelings: '情绪',
  family: '家人',
  nature: '自然',
  counting: '认知',
  rhymes: '童谣',
}
