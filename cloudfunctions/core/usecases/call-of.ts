import type { Household } from '../../../miniprogram/domain/household'

/** A line of the call list: whom to ring, and for which child. */
export function callOf({ id, guardians, children }: Household) {
  const [first] = guardians
  return {
    householdId: id,
    guardian: first?.name ?? '',
    phone: first?.phone ?? '',
    children: children.map(({ name }) => name),
  }
}
