import { decideDoor, nextActOf, type DoorAct } from '../domain/door'
import { refuseHealth } from '../domain/health'
import type { SiteId } from '../domain/ids'
import type { Refusal } from '../domain/refusal'
import { verifyTicket, type TicketKeys } from '../domain/ticket'
import { MINUTE, dateOf, timeOf, type Instant, type LocalTime } from '../domain/time'
import { monthsWords } from './age'
import type { RoomChild } from './room-now'
import { clock, spanWords } from './when'
import { wordsOf, type Words } from './words'

export interface DoorFacts {
  readonly text: string
  readonly siteId: SiteId
  readonly children: readonly RoomChild[]
  readonly ticketKeys: TicketKeys
  readonly now: Instant
}

export type Verdict =
  | { readonly ok: true; readonly act: DoorAct; readonly child: RoomChild }
  | { readonly ok: false; readonly refusal: Refusal; readonly child?: RoomChild }

/** What the phone at the door finds by itself, with or without network; the function decides again. */
export function verdictOf({ text, siteId, children, ticketKeys, now }: DoorFacts): Verdict {
  const read = verifyTicket(text, ticketKeys)
  if (!read.ok) return read
  const ticket = read.value
  const child = children.find(({ bookingId }) => bookingId === ticket.bookingId)
  const reservation = child && stateOf(child)
  const act = nextActOf(reservation)
  const decided = decideDoor({ ticket, act, siteId, reservation, now })
  const unfit = act === 'in' && decided.ok ? refuseHealth(child?.health, dateOf(now)) : undefined
  if (unfit) return { ok: false, refusal: unfit, ...(child ? { child } : {}) }
  if (decided.ok && child) return { ok: true, act, child }
  const refusal: Refusal = decided.ok ? { code: 'ticket_unknown' } : decided.refusal
  return { ok: false, refusal, ...(child ? { child } : {}) }
}

function stateOf({ state, span, inAt, outAt }: RoomChild) {
  return { state, span, ...(inAt ? { inAt } : {}), ...(outAt ? { outAt } : {}) }
}

/** Refusals that only an old picture of the room may have caused: look again before saying no. */
export function mayBeStale({ code }: Refusal): boolean {
  return STALE.includes(code)
}

const STALE: readonly Refusal['code'][] = [
  'ticket_unknown',
  'ticket_forged',
  'already_cancelled',
  'already_inside',
  'already_gone',
  'not_inside',
  'child_excluded',
  'health_expired',
]

/** One verdict, readable from two metres. */
export interface DoorCard {
  readonly act: DoorAct
  readonly name: string
  readonly initial: string
  readonly age: string
  readonly headline: string
  readonly span: string
  readonly group: string
  readonly allergies: string
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  /** Something that does not forbid the act and must be seen before it. */
  readonly caution: string
  readonly papersMissing: boolean
  readonly button: string
}

export function doorCardOf(
  child: RoomChild,
  act: DoorAct,
  groupName: string,
  now: Instant,
): DoorCard {
  return {
    act,
    name: child.name,
    initial: child.name.slice(-1),
    age: monthsWords(child.ageMonths),
    headline: act === 'in' ? '可以入园' : '可以离园',
    span: spanWords(child.span),
    group: groupName,
    allergies: child.allergies,
    guardians: child.guardians,
    caution: cautionOf(child, act, now),
    papersMissing: act === 'in' && !child.papersSeen,
    button: act === 'in' ? '确认入园' : '确认离园',
  }
}

/** A ticket held to the camera a second too long would send the child home again. */
const JUST_NOW = 5

function cautionOf({ inAt, papersSeen }: RoomChild, act: DoorAct, now: Instant): string {
  if (act === 'in') return papersSeen ? '' : '还没有看过这家的材料'
  const minutes = inAt === undefined ? JUST_NOW : Math.floor((now - inAt) / MINUTE)
  return minutes < JUST_NOW ? '刚刚才入园，确定要离园吗？' : '看清来接的人，再让孩子走'
}

/** After the act: what was written down. */
export function doneWords(child: RoomChild, act: DoorAct, now: Instant): string {
  const at = clock(timeOf((act === 'in' ? child.inAt : child.outAt) ?? now))
  return act === 'in' ? `${at} 已入园` : `${at} 已离园`
}

/** Whether a refusal of the function only says that this very act was written before its reply was lost. */
export function isOwnEcho(
  refusal: { readonly code: string; readonly since?: LocalTime },
  act: DoorAct,
  tappedAt: Instant,
): boolean {
  const code: Refusal['code'] = act === 'in' ? 'already_inside' : 'already_gone'
  return refusal.code === code && (refusal.since ?? '') >= timeOf(tappedAt)
}

/** The same no for who stands at the door and may have the paper in her hand. */
function doorWordsOf(refusal: Refusal): Words {
  const words = wordsOf(refusal)
  const byHealth = refusal.code === 'child_excluded' || refusal.code === 'health_expired'
  return byHealth ? { ...words, next: { label: '看证明', act: 'see_health' } } : words
}

/** A no at the door: why, what next, and who it is about where that is known. */
export interface RefusedCard {
  readonly words: Words
  readonly who?: string
  readonly span?: string
  readonly canCall?: boolean
}

export function refusedCardOf(refusal: Refusal, child: RoomChild | undefined): RefusedCard {
  const words = doorWordsOf(refusal)
  if (!child) return { words }
  return {
    words,
    who: child.name,
    span: `预约 ${spanWords(child.span)}`,
    canCall: child.guardians.length > 0,
  }
}
