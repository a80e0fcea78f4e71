import type { Bill } from '../../../miniprogram/domain/bill'
import { withClaims } from '../../../miniprogram/domain/free-hours'
import type { FreeClaim, Household } from '../../../miniprogram/domain/household'
import { bookingIdOf, type BookingId } from '../../../miniprogram/domain/ids'
import { monthOf } from '../../../miniprogram/domain/month'
import { freeMinutesOf } from '../../../miniprogram/domain/price'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

interface Asked {
  readonly date: LocalDate
  readonly attempt: string
  readonly bill: Bill
}

/**
 * Takes the free minutes that the bill counts on, before the places are taken, so that two phones cannot use the same
 * ones. The household as it then stands; undefined when somebody changed it meanwhile.
 */
export async function takeFreeHours(
  { store, now }: Context,
  household: Household,
  { date, attempt, bill }: Asked,
): Promise<Household | undefined> {
  const claims: Record<BookingId, FreeClaim> = {}
  for (const { childId, quote } of bill.quotes) {
    const minutes = freeMinutesOf(quote)
    if (minutes > 0) claims[bookingIdOf(attempt, childId)] = { date, minutes, at: now }
  }
  if (Object.keys(claims).length === 0) return household
  const { free: before = {}, freeRev = 0 } = household
  const free = withClaims(before, date, claims, now)
  return (await store.households.claimFree(household, free, now))
    ? { ...household, free, freeRev: freeRev + 1 }
    : undefined
}

/** The places were not taken, or are given up: the minutes are the family's again. */
export async function returnFreeHours(
  { store }: Context,
  household: Pick<Household, 'id' | 'free'>,
  date: LocalDate,
  ids: readonly BookingId[],
): Promise<void> {
  const month = monthOf(date)
  for (const id of ids)
    if (household.free?.[month]?.[id]) await store.households.returnFree(household.id, month, id)
}
