import type { Household } from '../../../miniprogram/domain/household'
import { freeMinutesUsed } from '../../../miniprogram/domain/free-hours'
import { fen } from '../../../miniprogram/domain/money'
import type { Month } from '../../../miniprogram/domain/month'
import type { HouseholdView } from '../contract/household-view'

export function householdViewOf(household: Household): HouseholdView {
  const { id, siteId, guardians, children, papers } = household
  const { farewell } = household
  const { free = {}, owedFen = fen(0), share = {}, health = {} } = household
  const months = Object.keys(free) as Month[]
  return {
    id,
    siteId,
    guardians: [...guardians],
    children: [...children],
    papersSeen: !!papers,
    shareTaken: Object.fromEntries(
      Object.entries(share).map(([week, { minutes }]) => [week, minutes]),
    ),
    owedFen,
    freeUsed: Object.fromEntries(months.map((month) => [month, freeMinutesUsed(free, month)])),
    health,
    ...(farewell ? { farewell: { ...farewell, childIds: [...farewell.childIds] } } : {}),
    ...(household.keptUntil ? { keptUntil: household.keptUntil } : {}),
  }
}
