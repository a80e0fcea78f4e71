import type { Household } from '../../../miniprogram/domain/household'
import type { HouseholdView } from '../contract/household-view'

export function householdViewOf(household: Household): HouseholdView {
  const { id, siteId, guardians, children, papers, share = {} } = household
  return {
    id,
    siteId,
    guardians: [...guardians],
    children: [...children],
    papersSeen: !!papers,
    shareTaken: Object.fromEntries(
      Object.entries(share).map(([week, { minutes }]) => [week, minutes]),
    ),
  }
}
