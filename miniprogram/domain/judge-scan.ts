import type { DoorAct } from './attendance'
import { readDoorCode, type DoorCode } from './door-code'
import { decideDoor, nextActOf, refusePlace, refuseTime, type DoorState } from './door'
import { refuseHealth, type ChildHealth } from './health'
import type { BookingId, PassId, SiteId } from './ids'
import { decidePass, type DoorPassState } from './pass'
import type { Refusal } from './refusal'
import type { TicketKeys } from './signed-text'
import { dateOf, type Instant } from './time'

/** A child of the day as the door knows it. */
export interface DoorChild extends DoorState {
  readonly bookingId: BookingId
  readonly health?: ChildHealth
  /** An adult stays with it. */
  readonly accompanied?: true
}

export interface DoorPass extends DoorPassState {
  readonly id: PassId
  readonly bookingId: BookingId
  readonly name: string
}

/** What a phone at the door knows of the day: as fetched, and what it has seen itself since. */
export interface KnownDay<Child extends DoorChild> {
  readonly children: readonly Child[]
  readonly passes: readonly DoorPass[]
  readonly ticketKeys: TicketKeys
}

/** Why a phone alone is not sure. */
export type Doubt =
  /** Signed and of today, but not on the list: booked or let in elsewhere since it was fetched. */
  | 'ticket_not_listed'
  /** Signed, but not on the list: it may have been revoked. */
  | 'pass_not_listed'
  /** On the list the child is not inside; another phone may have let it in. */
  | 'not_seen_inside'

export interface Scan<Child extends DoorChild> {
  readonly text: string
  readonly siteId: SiteId
  readonly known: KnownDay<Child>
  readonly now: Instant
  /** Without network: nobody can be asked for what the list does not say. */
  readonly alone: boolean
  /** What the carer says it is; else what follows from the child's state. */
  readonly act?: DoorAct
}

export type Judgement<Child> =
  | {
      readonly ok: true
      readonly act: DoorAct
      /** Absent for a child of the list. */
      readonly code?: DoorCode
      /** Absent where only the signature vouches for it. */
      readonly child?: Child
      readonly pass?: DoorPass
      /** Amber: true as far as this phone knows, and what it cannot know. */
      readonly doubt?: Doubt
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly child?: Child }

/** What a phone at the door finds by itself. Never a yes where it would have to guess: that is a doubt, and amber. */
export function judgeScan<Child extends DoorChild>(scan: Scan<Child>): Judgement<Child> {
  const { text, siteId, known, now, alone } = scan
  const read = readDoorCode(text, known.ticketKeys)
  if (!read.ok) return read
  const code = read.value
  const elsewhere = refusePlace(code, siteId, now)
  if (elsewhere) return elsewhere
  const child = known.children.find(({ bookingId }) => bookingId === code.bookingId)
  const act = scan.act ?? (code.kind === 'pass' ? 'out' : nextActOf(child))
  const found = { act, code, ...(child ? { child } : {}) }
  if (!child) {
    if (!alone) return { ok: false, refusal: { code: 'ticket_unknown' } }
    const late = code.kind === 'ticket' && act === 'in' && refuseTime(code.date, code.span, now)
    return late || { ok: true, ...found, doubt: doubtOf(code) }
  }
  const decided = decideDoor({ ticket: code, act, siteId, reservation: child, now })
  const mayBeInside = !decided.ok && alone && decided.refusal.code === 'not_inside'
  if (!decided.ok && !mayBeInside) return { ok: false, refusal: decided.refusal, child }
  const unfit = act === 'in' && refuseHealth(child.health, code.date, child.accompanied)
  if (unfit) return { ok: false, refusal: unfit, child }
  const seen = { ...found, child, ...(mayBeInside ? { doubt: 'not_seen_inside' as const } : {}) }
  return code.kind === 'pass' ? judgePass(scan, { ...seen, code }) : { ok: true, ...seen }
}

function doubtOf({ kind }: DoorCode): Doubt {
  return kind === 'pass' ? 'pass_not_listed' : 'ticket_not_listed'
}

function judgePass<Child extends DoorChild>(
  { known, alone }: Scan<Child>,
  found: {
    readonly act: DoorAct
    readonly code: Extract<DoorCode, { kind: 'pass' }>
    readonly child: Child
    readonly doubt?: Doubt
  },
): Judgement<Child> {
  const pass = known.passes.find(({ id }) => id === found.code.passId)
  if (!pass && alone) return { ok: true, ...found, doubt: 'pass_not_listed' }
  const decided = decidePass(pass, found.act)
  if (!decided.ok) return { ok: false, refusal: decided.refusal, child: found.child }
  return { ok: true, ...found, ...(pass ? { pass } : {}) }
}

/** A child that came without a code and is on the list: a carer may let it in, and nobody may take it. */
export function judgeListed<Child extends DoorChild>(
  child: Child | undefined,
  siteId: SiteId,
  now: Instant,
): Judgement<Child> {
  const ticket = { siteId, date: dateOf(now) }
  const decided = decideDoor({ ticket, act: 'in', siteId, reservation: child, now })
  const unfit = refuseHealth(child?.health, ticket.date, child?.accompanied)
  if (decided.ok && child && !unfit) return { ok: true, act: 'in', child }
  const refusal = decided.ok ? (unfit ?? { code: 'ticket_unknown' }) : decided.refusal
  return { ok: false, refusal, ...(child ? { child } : {}) }
}
