import { healthGapsOf, refuseExcluded, type ChildHealth } from '../domain/health'
import type { LocalDate } from '../domain/time'
import { HEALTH_WORDS } from './words-health'
import { monthDay } from './when'

/** A word about a child that a carer must see. */
export interface RoomFlag {
  readonly text: string
  readonly tone: 'coral' | 'sun' | 'leaf'
}

export interface Flagged {
  readonly state: string
  readonly health?: ChildHealth
  readonly check?: 'stays' | 'goes_home'
}

/** What stands in the way first; then what is still to be done. */
export function roomFlagsOf({ state, health, check }: Flagged, today: LocalDate): RoomFlag[] {
  const flags: RoomFlag[] = []
  const here = state === 'booked' || state === 'inside'
  if (!here) return check === 'goes_home' ? [{ text: '晨检后回家', tone: 'coral' }] : []
  if (check === 'goes_home') flags.push({ text: '不舒服，等家长接', tone: 'coral' })
  else if (refuseExcluded(health, today))
    flags.push({ text: `在家休息到 ${monthDay(health?.excludedUntil ?? today)}`, tone: 'coral' })
  for (const { what, date } of healthGapsOf(health, today))
    flags.push({ text: HEALTH_WORDS[what](date).title, tone: 'coral' })
  if (state === 'inside' && !check) flags.push({ text: '还没晨检', tone: 'sun' })
  return flags
}
