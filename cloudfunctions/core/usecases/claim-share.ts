import type { Day, Reservation } from '../../../miniprogram/domain/day'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId, HouseholdId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import {
  isShared,
  shareLeftOf,
  takenOf,
  weekOf,
  type Taken,
} from '../../../miniprogram/domain/share'
import { spanMinutes } from '../../../miniprogram/domain/span'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/**
 * Takes of the household's weekly share before the places are taken, so that two phones cannot take it twice. What a
 * booking took stands under its id: asked again it takes nothing more, and what never came true the timer gives back.
 */
export async function claimShare(
  { store, now }: Context,
  { id }: Household,
  day: Pick<Day, 'date' | 'release' | 'weekMinutes'>,
  moves: readonly { readonly id: BookingId; readonly after: Pick<Reservation, 'span'> }[],
): Promise<Result<undefined>> {
  if (!isShared(day, now)) return accept(undefined)
  const { date, weekMinutes } = day
  const week = weekOf(date)
  const taken = moves.map(({ id: bookingId, after }): readonly [BookingId, Taken] => [
    bookingId,
    { date, minutes: spanMinutes(after.span), at: now },
  ])
  if (await store.households.takeShare(id, week, taken, weekMinutes)) return accept(undefined)
  const share = (await store.households.get(id))?.share
  if (taken.every(([bookingId]) => share?.[week]?.of[bookingId])) return accept(undefined)
  const leftMinutes = shareLeftOf(day, takenOf(share, date), now) ?? 0
  return refuse({ code: 'share_used', leftMinutes })
}

/** The places were not taken, or are free again: what they took of the share is the household's again. */
export async function returnShare(
  { store }: Pick<Context, 'store'>,
  householdId: HouseholdId,
  date: LocalDate,
  ids: readonly BookingId[],
): Promise<void> {
  const household = await store.households.get(householdId)
  const week = weekOf(date)
  for (const id of ids) {
    const taken = household?.share?.[week]?.of[id]
    if (taken) await store.households.returnShare(householdId, week, id, taken.minutes)
  }
}

/** Before a cancelled booking's copy is written: who dies in between leaves the copy old, and whoever renews it comes by here. */
export async function returnCancelled(
  context: Pick<Context, 'store'>,
  date: LocalDate,
  id: BookingId,
  { state, inShare, householdId }: Reservation,
): Promise<void> {
  if (state === 'cancelled' && inShare) await returnShare(context, householdId, date, [id])
}
