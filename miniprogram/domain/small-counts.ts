/** Fewer people than this could be recognised in a number. */
export const FEWEST = 5

/** A count of people that may be shown, or `few` for one to four. */
export type SafeCount = number | 'few'

export function safeCount(count: number): SafeCount {
  return count > 0 && count < FEWEST ? 'few' : count
}

/**
 * Parts of a known total. One hidden part would follow by subtraction, so with it goes the next smallest that holds
 * anybody.
 */
export function safeParts(parts: readonly number[]): readonly SafeCount[] {
  const safe = parts.map(safeCount)
  if (safe.filter((part) => part === 'few').length !== 1) return safe
  const others = parts.filter((part, at) => safe[at] !== 'few' && part > 0)
  if (others.length === 0) return safe
  const next = parts.findIndex((part, at) => safe[at] !== 'few' && part === Math.min(...others))
  return safe.map((part, at) => (at === next ? 'few' : part))
}
