import type { Household } from '../../../miniprogram/domain/household'
import type { HouseholdView } from '../contract/household-view'

export function householdViewOf(household: Household): HouseholdView {
  const { id, siteId, guardians, children, papers, health = {} } = household
  return {
    id,
    siteId,
    guardians: [...guardians],
    children: [...children],
    papersSeen: !!papers,
    health,
  }
}
