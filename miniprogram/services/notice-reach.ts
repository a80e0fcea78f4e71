import type { Audience } from '../domain/audience'
import type { SiteId } from '../domain/ids'
import { NO_REACH, addReach, type Reach } from '../view/notice-reach'
import { call } from './call'

/**
 * Whom an audience reaches: some families a call, the sum told after each until the listener has heard enough. A city
 * is counted before the eyes of the desk; a community is one call.
 */
export async function reachOfAudience(
  siteId: SiteId,
  audience: Audience,
  tell: (reach: Reach, isWhole: boolean) => boolean,
): Promise<void> {
  let reach = NO_REACH
  let after: string | undefined
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await call('planNotice', { siteId, audience, ...(after ? { after } : {}) })
    reach = addReach(reach, page)
    after = page.next
    if (!tell(reach, after === undefined) || after === undefined) return
  }
}
