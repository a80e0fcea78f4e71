import type { Household } from '../../../miniprogram/domain/household'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { reachOf, type Reach } from '../../../miniprogram/domain/reach'
import type { Store } from '../store/open-store'

/** The site's families and which of them a notice reaches through WeChat, by what their phones reported. */
export async function reachFamilies(
  store: Store,
  siteId: SiteId,
): Promise<{ readonly households: readonly Household[]; readonly reach: Reach }> {
  const households = await store.households.ofSite(siteId)
  return { households, reach: await reachAmong(store, households) }
}

/** Which of these families a notice reaches. */
export async function reachAmong(store: Store, households: readonly Household[]): Promise<Reach> {
  const openids = households.flatMap(({ guardians }) => guardians.map(({ openid }) => openid))
  const people = await store.people.many(openids)
  const credits = Object.fromEntries(
    people.map((person) => [person.openid, person.credits.notice ?? 0]),
  )
  return reachOf(households, credits)
}

/** A line of the call list: whom to ring, and for which child. */
export function callOf({ guardians, children }: Household) {
  const [first] = guardians
  return {
    guardian: first?.name ?? '',
    phone: first?.phone ?? '',
    children: children.map(({ name }) => name),
  }
}
