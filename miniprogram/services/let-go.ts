import { call } from './call'
import { session } from './session'

/** The bill was left: others may have the places at once. If the call is lost, the hold ends by itself. */
export async function letGo(attempt: string): Promise<void> {
  const { household } = session() ?? {}
  if (!household) return
  await call('releaseHold', { householdId: household.id, attempt }).catch(() => undefined)
}
