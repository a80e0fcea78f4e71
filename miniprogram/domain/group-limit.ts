import type { Group } from './site'

/** The most children of a group in one half hour: its cap, and the site's own ratio where that is stricter than the standard's. */
export function mostIn(
  { cap, mostPerCarer }: Pick<Group, 'cap' | 'mostPerCarer'>,
  carers: number,
): number {
  return mostPerCarer === undefined ? cap : Math.min(cap, carers * mostPerCarer)
}
