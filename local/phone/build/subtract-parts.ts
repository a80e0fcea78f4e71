import type { Parts } from './parts'

/** What of `parts` a phone that has `known` does not have yet. */
export const subtract = (parts: Parts, known: Parts[]): Parts => {
  const rest = { ...parts }
  for (const kind of ['scripts', 'wxs', 'templates', 'styles', 'components'] as const)
    (rest[kind] as Record<string, unknown>) = Object.fromEntries(
      Object.entries(parts[kind]).filter(([path]) => !known.some((one) => path in one[kind])),
    )
  return rest
}
