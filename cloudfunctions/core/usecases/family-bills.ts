import type { FinalBill } from '../../../miniprogram/domain/final-bill'
import type { Household } from '../../../miniprogram/domain/household'
import { sumOf } from '../../../miniprogram/domain/money'

/** Bills by family, in the order of their first bill, with what the desk needs to ask for the money. */
export function familyBillsOf(bills: readonly FinalBill[], households: readonly Household[]) {
  const ids = [...new Set(bills.map(({ householdId }) => householdId))]
  return ids.map((householdId) => {
    const household = households.find(({ id }) => id === householdId)
    const own = bills.filter((bill) => bill.householdId === householdId)
    const nameOf = (childId: string): string =>
      household?.children.find(({ id }) => id === childId)?.name ?? ''
    return {
      householdId,
      guardian: household?.guardians[0]?.name ?? '',
      phone: household?.guardians[0]?.phone ?? '',
      dueFen: sumOf(own.map(({ dueFen }) => dueFen)),
      bills: own.map((bill) => ({ ...bill, childName: nameOf(bill.childId) })),
    }
  })
}
