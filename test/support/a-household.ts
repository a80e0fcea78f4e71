import type { Household } from '../../miniprogram/domain/household'
import type { HouseholdId, SiteId } from '../../miniprogram/domain/ids'

/** A family at `aSite` with one guardian per openid, no children yet. */
export function aHousehold(facts: { id?: string; openids?: readonly string[] } = {}): Household {
  const { id = 'family', openids = ['mother'] } = facts
  return {
    id: id as HouseholdId,
    siteId: 'yucun' as SiteId,
    guardians: openids.map((openid) => ({ openid, name: openid, phone: '', consents: [] })),
    children: [],
    rev: 1,
    childCount: 0,
  }
}
