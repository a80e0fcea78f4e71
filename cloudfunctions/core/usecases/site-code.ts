import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Context } from '../kernel/context'

const MARK = 'YNW1'

/** The codes of a room's wall, the one in force first: made from the ticket keys, so nobody can make one at home. */
export function siteCodesOf({ ticketKeys, hash }: Context, siteId: SiteId): [string, ...string[]] {
  const [first, ...older] = ticketKeys
  const codeBy = (seed: string): string => `${MARK}.${siteId}.${hash(seed, 'wall', siteId)}`
  return [codeBy(first.seed), ...older.map(({ seed }) => codeBy(seed))]
}
