import type { Household } from '../../../miniprogram/domain/household'
import { freeMinutesUsed } from '../../../miniprogram/domain/free-hours'
import { fen } from '../../../miniprogram/domain/money'
import type { Month } from '../../../miniprogram/domain/month'
import type { HouseholdView } from '../contract/household-view'

export function householdViewOf(household: Household): HouseholdView {
  const { id, siteId, guardians, children, papers, free = {}, owedFen = fen(0) } = household
  const months = Object.keys(free) as Month[]
  return {
    id,
    siteId,
    guardians: [...guardians],
    children: [...children],
    papersSeen: !!papers,
    owedFen,
    freeUsed: Object.fromEntries(months.map((month) => [month, freeMinutesUsed(free, month)])),
  }
}
