import type { Household } from './household'

/** How many messages of one template each guardian still allows, by openid. */
export type Credits = Readonly<Record<string, number>>

export interface Reach {
  readonly households: number
  /** Families of whom at least one guardian can get the message in WeChat. */
  readonly byMessage: readonly Household[]
  /** Families who only see it in the app and want a call. */
  readonly byCall: readonly Household[]
}

/** Whom a notice reaches before it is sent: an estimate, for WeChat alone knows (error 43101 corrects it). */
export function reachOf(households: readonly Household[], credits: Credits): Reach {
  const hasCredit = ({ guardians }: Household): boolean =>
    guardians.some(({ openid }) => (credits[openid] ?? 0) > 0)
  return {
    households: households.length,
    byMessage: households.filter(hasCredit),
    byCall: households.filter((household) => !hasCredit(household)),
  }
}
