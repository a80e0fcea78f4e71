import type { Bill } from '../../../miniprogram/domain/bill'
import type { Child } from '../../../miniprogram/domain/child'
import type { DayBook } from '../../../miniprogram/domain/day'
import { NO_CHANGE, changed, joined, type DayChange } from '../../../miniprogram/domain/day-change'
import type { Placement } from '../../../miniprogram/domain/decide-booking'
import { decideCare } from '../../../miniprogram/domain/decide-care'
import { hasLapsed } from '../../../miniprogram/domain/hold'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId, HouseholdId } from '../../../miniprogram/domain/ids'
import { accept, type Result } from '../../../miniprogram/domain/result'
import { settled } from '../../../miniprogram/domain/settle-day'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import { offersIn, tellOffers } from './tell-offers'

type Input = Pick<InputOf<'quoteCare'>, 'siteId' | 'date' | 'span' | 'childIds'>

export interface Asking {
  readonly household: Household
  readonly children: readonly Child[]
  /** The reservations that this attempt makes, or has made. */
  readonly ids: readonly BookingId[]
  /** Holds of the family on this day that the new places take the place of. */
  readonly instead?: readonly BookingId[]
}

export interface DayRead {
  readonly day: DayBook
  /** Everything of the day was read, so what becomes free can be handed on. */
  readonly whole: boolean
}

export interface Decided {
  readonly placements: readonly Placement[]
  readonly bill: Bill
  readonly tariff: Tariff
  /** What is let go before the places are taken: whatever has lapsed, and this family's own hold. */
  readonly letGo: DayChange
}

/** The day as far as this attempt needs it; all of it where something has lapsed. Undefined when it is not planned. */
export async function readDay(
  { store, now }: Context,
  { siteId, date, childIds }: Input,
  { ids, instead = [] }: Pick<Asking, 'ids' | 'instead'>,
): Promise<DayRead | undefined> {
  const day = await store.days.readFor(siteId, date, childIds, [...ids, ...instead])
  if (!day) return undefined
  const handsOn = instead.length > 0 && Object.keys(day.waits ?? {}).length > 0
  if (!hasLapsed(day, now) && !handsOn) return { day, whole: false }
  const whole = await store.days.read(siteId, date)
  return whole && { day: whole, whole: true }
}

/** Places and price on the day as it stands once everything that has lapsed, and the family's own hold, is let go. */
export async function decidePlaces(
  { store, now }: Context,
  { siteId, span }: Input,
  { household, children, ids, instead = [] }: Asking,
  { day, whole }: DayRead,
): Promise<Result<Decided>> {
  // The family's own asking gets nothing here: it has come for the place itself.
  const others = withoutWait(day, household.id)
  const lapsed = whole ? settled(others, NO_CHANGE, now) : NO_CHANGE
  const letGo = joined(lapsed, lettingGo(changed(day, lapsed, now), [...ids, ...instead]))
  const tariff = await store.sites.tariff(siteId, day.tariffVersion)
  const left = changed(day, letGo, now)
  const decided = decideCare({ day: left, household, children, span, tariff, now, own: ids })
  return decided.ok ? accept({ ...decided.value, tariff, letGo }) : decided
}

/** Those of the reservations that are only held, without them. */
export function lettingGo(day: DayBook, ids: readonly BookingId[]): DayChange {
  const moves = ids.flatMap((id) => {
    const before = day.reservations[id]
    return before?.state === 'held' ? [{ id, before, after: undefined }] : []
  })
  return { moves, waits: [] }
}

/** Takes the places in place of what was let go, and tells whoever gets what became free. False is a lost race. */
export async function takePlaces(
  context: Context,
  { day, whole }: DayRead,
  letGo: DayChange,
  taking: DayChange,
): Promise<boolean> {
  const { store, now } = context
  const change = joined(letGo, taking)
  const all = whole ? settled(day, change, now) : change
  if (!(await store.days.change(day, all, now))) return false
  await tellOffers(context, day, offersIn(all))
  return true
}

function withoutWait(day: DayBook, householdId: HouseholdId): DayBook {
  const waits = Object.values(day.waits ?? {}).filter((wait) => wait.householdId !== householdId)
  return { ...day, waits: Object.fromEntries(waits.map((wait) => [wait.householdId, wait])) }
}
