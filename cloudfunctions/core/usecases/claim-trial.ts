import type { Household, Trial } from '../../../miniprogram/domain/household'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import type { Span } from '../../../miniprogram/domain/span'
import { MINUTE, instantOf, later, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/** Longer than any call of the function lives (cloudbaserc.json: 20 s). */
const CLAIM_STANDS = MINUTE

interface Asked {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
  readonly ids: readonly BookingId[]
}

/**
 * A family whose papers staff have not seen holds one booking at a time. The claim stands on the family's document
 * before the places are taken, so two phones cannot take two; a claim whose booking never came true, or is over, is void.
 */
export async function claimTrial(
  { store, now }: Context,
  household: Household,
  { siteId, date, span, ids }: Asked,
): Promise<boolean> {
  if (household.papers) return true
  const trial: Trial = {
    bookingIds: ids,
    siteId,
    date,
    claimedAt: now,
    until: instantOf(date, span.to),
  }
  if (await store.households.claimTrial(household.id, trial, now)) return true
  const held = (await store.households.get(household.id))?.trial
  if (!held) return store.households.claimTrial(household.id, trial, now)
  // This attempt's own, claimed in the same millisecond: the database reports no change.
  if (held.bookingIds[0] === ids[0]) return true
  const day = await store.days.readFor(held.siteId, held.date, [], held.bookingIds)
  // A claim this young may be another phone's call between claiming and taking: it counts.
  const young = later(held.claimedAt, CLAIM_STANDS) > now
  const stands = held.bookingIds.some((id) => {
    const state = day?.reservations[id]?.state
    const isComing = state === undefined || state === 'held'
    return state === 'booked' || state === 'inside' || (isComing && young)
  })
  return stands ? false : store.households.claimTrial(household.id, trial, now, held)
}

/** The claim's places were not taken: nothing stands in the way of another time. */
export async function releaseTrial(
  { store }: Context,
  household: Household,
  ids: readonly BookingId[],
): Promise<void> {
  const [first] = ids
  if (!household.papers && first) await store.households.releaseTrial(household.id, first)
}
