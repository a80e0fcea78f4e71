import type { Message } from './message'
import { addDays, dateOf, instantOf, later, localTime, timeOf, MINUTE, DAY } from './time'
import type { Span } from './span'
import type { Instant } from './time'

/**
 * Where a message is. `inbox`: only in the app · `waiting`: its moment is yet to come · `sending`: marked before it
 * leaves · `sent` · `refused`: no consent was left (43101) · `failed`: WeChat said no; with a `due` it is tried again ·
 * `unknown`: it left and nobody knows whether it arrived, so it is never repeated · `expired`: sent now it would be
 * good for nothing · `recalled`: taken back before it left.
 */
export const MESSAGE_STATES = [
  'inbox',
  'waiting',
  'sending',
  'sent',
  'refused',
  'failed',
  'unknown',
  'expired',
  'recalled',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** What WeChat answered. `again` is a clear no that may pass, `wrong` one that will not. */
export type SendOutcome = 'sent' | 'refused' | 'again' | 'wrong' | 'unknown'

/** Nobody is woken by what can wait: from the evening's hour until the morning's. A site may want others. */
export const QUIET_HOURS: Span = { from: localTime('22:00'), to: localTime('07:30') }

/** A clear failure is tried again after so long, then no more. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE]
/** Whoever still waits for an answer after this died while waiting. */
export const ANSWER_WITHIN = 10 * MINUTE

/** The moment at which a message leaves: now, or when the quiet hours are over and that is early enough. */
export function dueOf(
  { knownBy }: Pick<Message, 'knownBy'>,
  now: Instant,
  quiet: Span = QUIET_HOURS,
): Instant {
  const over = quietUntil(now, quiet)
  if (over === undefined || (knownBy !== undefined && knownBy <= over)) return now
  return over
}

/** When the quiet hours of this moment are over; undefined outside of them. */
export function quietUntil(now: Instant, { from, to }: Span = QUIET_HOURS): Instant | undefined {
  const time = timeOf(now)
  if (time < to) return instantOf(dateOf(now), to)
  return time >= from ? instantOf(addDays(dateOf(now), 1), to) : undefined
}

/** What must go first stands first in the line of what is due. */
export function placeInLine(due: Instant, isUrgent: boolean): Instant {
  return isUrgent ? later(due, -DAY) : due
}

export interface Settled {
  readonly state: MessageState
  /** When it is tried again. */
  readonly due?: Instant
}

/** How a message stands after its `tries`-th try ended like this. */
export function settledAs(outcome: SendOutcome, tries: number, now: Instant): Settled {
  if (outcome === 'wrong') return { state: 'failed' }
  if (outcome !== 'again') return { state: outcome }
  const pause = PAUSES[tries - 1]
  return pause === undefined ? { state: 'failed' } : { state: 'failed', due: later(now, pause) }
}

export function isPointless({ expiresAt }: Pick<Message, 'expiresAt'>, now: Instant): boolean {
  return expiresAt !== undefined && expiresAt <= now
}
