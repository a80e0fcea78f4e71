import { doorGapsOf, refuseExcluded, type ChildHealth } from '../domain/health'
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
  readonly accompanied?: true
}

/** What stands in the way first; then what is still to be done. */
export function roomFlagsOf(
  { state, health, check, accompanied }: Flagged,
  today: LocalDate,
): RoomFlag[] {
  const flags: RoomFlag[] = []
  const here = state === 'booked' || state === 'inside'
  if (!here) return check === 'goes_home' ? [{ text: '晨检后回家', tone: 'coral' }] : []
  if (check === 'goes_home') flags.push({ text: '不舒服，等家长接', tone: 'coral' })
  else if (refuseExcluded(health, today))
    flags.push({ text: `在家休息到 ${monthDay(health?.excludedUntil ?? today)}`, tone: 'coral' })
  for (const { what, date } of doorGapsOf(health, today, accompanied))
    flags.push({ text: HEALTH_WORDS[what](date).title, tone: 'coral' })
  if (state === 'inside' && !check && !accompanied) flags.push({ text: '还没晨检', tone: 'sun' })
  if (accompanied) flags.push({ text: '家长陪同', tone: 'leaf' })
  return flags
}
