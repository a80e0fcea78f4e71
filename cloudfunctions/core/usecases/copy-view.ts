import type { Household } from '../../../miniprogram/domain/household'
import type { Copy } from '../../../miniprogram/domain/loan'

/** A copy without who has it. */
export function copyViewOf({ id, code, loan, gone }: Copy) {
  return { id, code, ...(loan ? { dueOn: loan.dueOn } : {}), ...(gone ? { gone } : {}) }
}

/** Whom staff ask for a book: the children's names, and whom to call. */
export function borrowerOf(household: Household | undefined) {
  return {
    childNames: (household?.children ?? []).map(({ name }) => name),
    guardians: (household?.guardians ?? []).map(({ name, phone }) => ({ name, phone })),
  }
}
