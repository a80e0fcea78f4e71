import type { DoorAct } from './attendance'
import type { Reservation } from './day'
import type { BookingId, ChildId, HouseholdId, PassId, SiteId } from './ids'
import { accept, refuse, type Result } from './result'
import { dateOf, timeOf, type Instant, type LocalDate } from './time'

/**
 * A guardian's leave for one named adult to fetch one child on one day. It belongs to whoever opened it first, and to
 * them only once the guardian has confirmed them: a card forwarded to a group is worth nothing.
 */
export interface Pass {
  readonly id: PassId
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly siteId: SiteId
  readonly date: LocalDate
  /** How the family calls this adult: `外婆`. */
  readonly name: string
  readonly createdAt: Instant
  /** The first who opened the card. */
  readonly openedBy?: string
  readonly openedAt?: Instant
  readonly confirmedAt?: Instant
  readonly revokedAt?: Instant
  /** The record of the pick-up that the family was told of. */
  readonly told?: string
}

/** Alive for one booking at a time, so that a family keeps the overview. */
export const MOST_PASSES = 3

/** `sent`: nobody has opened it · `opened`: the guardian is to confirm who · then good, until revoked. */
export type PassState = 'sent' | 'opened' | 'confirmed' | 'revoked'

export function passStateOf(pass: Pick<Pass, 'openedAt' | 'confirmedAt' | 'revokedAt'>): PassState {
  if (pass.revokedAt !== undefined) return 'revoked'
  if (pass.confirmedAt !== undefined) return 'confirmed'
  return pass.openedAt === undefined ? 'sent' : 'opened'
}

/** Whether the family may give one more pass for this booking: until the child is gone, and not too many at once. */
export function decideGiving(
  date: LocalDate,
  reservation: Pick<Reservation, 'state' | 'outAt'>,
  given: readonly Pick<Pass, 'revokedAt'>[],
  now: Instant,
): Result<'give'> {
  if (reservation.state === 'cancelled') return refuse({ code: 'already_cancelled' })
  if (reservation.state === 'gone')
    return refuse({ code: 'already_gone', since: timeOf(reservation.outAt ?? now) })
  if (date < dateOf(now)) return refuse({ code: 'ticket_other_day', date })
  const alive = given.filter(({ revokedAt }) => revokedAt === undefined)
  return alive.length >= MOST_PASSES
    ? refuse({ code: 'passes_full', most: MOST_PASSES })
    : accept('give')
}

/**
 * Four digits that stand on the opener's phone and on the guardian's: read out on a call they show that it is the same
 * person. `hash` is made of pass and opener, hexadecimal.
 */
export function matchNumberOf(hash: string): string {
  return String(parseInt(hash.slice(0, 8), 16) % 10_000).padStart(4, '0')
}

/** The first who opens it, again and again the same; a guardian of the family does not open its own card. */
export function decideOpening(
  pass: Pass,
  opener: string,
  isOwn: boolean,
): Result<'first' | 'again'> {
  if (isOwn) return refuse({ code: 'pass_own' })
  if (pass.revokedAt !== undefined) return refuse({ code: 'pass_revoked' })
  if (pass.openedBy === undefined) return accept('first')
  return pass.openedBy === opener ? accept('again') : refuse({ code: 'pass_taken' })
}

/** The guardian confirms the person who opened it, by the number that both see. */
export function decideConfirming(
  pass: Pass,
  seen: { readonly number: string; readonly openers: string | undefined },
): Result<'confirm' | 'done'> {
  if (pass.revokedAt !== undefined) return refuse({ code: 'pass_revoked' })
  if (pass.openedBy === undefined || seen.openers !== seen.number)
    return refuse({ code: 'pass_other_opener' })
  return accept(pass.confirmedAt === undefined ? 'confirm' : 'done')
}

/** A pass as the door has to know it; who opened it is no business of the door. */
export type DoorPassState = Pick<Pass, 'confirmedAt' | 'revokedAt'>

/** Whether an adult may take the child on this pass. It never lets a child in: who brings it has the ticket. */
export function decidePass(pass: DoorPassState | undefined, act: DoorAct): Result<DoorAct> {
  if (act === 'in') return refuse({ code: 'pass_only_out' })
  if (!pass) return refuse({ code: 'pass_unknown' })
  if (pass.revokedAt !== undefined)
    return refuse({ code: 'pass_revoked', since: timeOf(pass.revokedAt) })
  if (pass.confirmedAt === undefined) return refuse({ code: 'pass_unconfirmed' })
  return accept(act)
}
