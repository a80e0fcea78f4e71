import type { Hold } from '../../../miniprogram/domain/hold'
import type { Household } from '../../../miniprogram/domain/household'
import type { Context } from '../kernel/context'

/** Claims the family's one hold. Otherwise the hold that stands in the way, another guardian's. */
export async function claimHold(
  { store, now }: Context,
  { id }: Household,
  hold: Hold,
): Promise<Hold | undefined> {
  if (await store.households.claimHold(id, hold, now)) return undefined
  const other = (await store.households.get(id))?.hold
  // This very claim, repeated in the same millisecond: the database reports no change.
  if (!other || other.attempt === hold.attempt) return undefined
  const day = await store.days.readFor(other.siteId, other.date, [], other.ids)
  const stands = other.ids.some((each) => day?.reservations[each]?.state === 'held')
  // It has been booked, or let go: its claim is left over.
  if (!stands && (await store.households.claimHold(id, hold, now, other))) return undefined
  return other
}
