import type { Bill } from '../../../miniprogram/domain/bill'
import type { Child } from '../../../miniprogram/domain/child'
import type { DayBook } from '../../../miniprogram/domain/day'
import { familyConsentsDue } from '../../../miniprogram/domain/consent'
import { NO_CHANGE, changed, joined, type DayChange } from '../../../miniprogram/domain/day-change'
import type { Placement } from '../../../miniprogram/domain/decide-booking'
import { decideCare } from '../../../miniprogram/domain/decide-care'
import { hasLapsed } from '../../../miniprogram/domain/hold'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId, HouseholdId } from '../../../miniprogram/domain/ids'
import { opened } from '../../../miniprogram/domain/release'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import { settled } from '../../../miniprogram/domain/settle-day'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import type { Instant } from '../../../miniprogram/domain/time'
import { waitKeyOf } from '../../../miniprogram/domain/wait'
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
  /** Decided as if asked then: a family at the door takes the half hour that has begun. */
  readonly asOf?: Instant
}

export interface DayRead {
  readonly day: DayBook
  /** Everything of the day was read, so what becomes free can be handed on. */
  readonly whole: boolean
  /** The draw of this tranche hands out its places: they are open to this asking alone. */
  readonly tranche?: number
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
  { siteId, date, childIds }: Omit<Input, 'span'>,
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
  { household, children, ids, instead = [], asOf }: Asking,
  read: DayRead,
): Promise<Result<Decided>> {
  const { day } = read
  const notices = day.notices ? familyConsentsDue(household, day.notices) : []
  if (notices.length > 0) return refuse({ code: 'consent_renew', notices })
  const lapsed = lapsedFor(read, household.id, now)
  const letGo = joined(lapsed, lettingGo(changed(day, lapsed, now), [...ids, ...instead]))
  const tariff = await store.sites.tariff(siteId, day.tariffVersion)
  const left = openTo(read, changed(day, letGo, now))
  const ask = { household, children, span, tariff, own: ids }
  const decided = decideCare({ ...ask, day: left, now: asOf ?? now })
  return decided.ok ? accept({ ...decided.value, tariff, letGo }) : decided
}

/**
 * What has lapsed on the day, and who gets it. The family's own asking gets nothing here: it has come for the place
 * itself.
 */
export function lapsedFor(
  { day, whole }: DayRead,
  householdId: HouseholdId,
  now: Instant,
): DayChange {
  return whole ? settled(withoutWait(day, householdId), NO_CHANGE, now) : NO_CHANGE
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
  read: DayRead,
  letGo: DayChange,
  taking: DayChange,
): Promise<boolean> {
  const { store, now } = context
  const { day, whole } = read
  const change = joined(letGo, taking)
  const all = whole ? settled(day, change, now) : change
  if (!(await store.days.change(openTo(read, day), all, now))) return false
  await tellOffers(context, day, offersIn(all))
  return true
}

function openTo({ tranche }: DayRead, day: DayBook): DayBook {
  return tranche === undefined ? day : opened(day, tranche)
}

function withoutWait(day: DayBook, householdId: HouseholdId): DayBook {
  const waits = Object.values(day.waits ?? {}).filter((wait) => wait.householdId !== householdId)
  return { ...day, waits: Object.fromEntries(waits.map((wait) => [waitKeyOf(wait), wait])) }
}
