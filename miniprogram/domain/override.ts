import type { BookingId, ChildId, HouseholdId, OverrideId, SiteId } from './ids'
import { accept, refuse, type Result } from './result'
import { MINUTE, later, type Instant, type LocalDate } from './time'

export const OVERRIDE_REASONS = [
  'phone_dead',
  'phone_forgotten',
  'code_broken',
  'family_called',
] as const
export type OverrideReason = (typeof OVERRIDE_REASONS)[number]

/** A child goes home without ticket or pass: one carer asks, another one agrees, and both names stay. */
export interface Override {
  readonly id: OverrideId
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly householdId: HouseholdId
  /** Who takes the child, as the carer saw it. */
  readonly who: string
  readonly reason: OverrideReason
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Instant
  readonly agreedBy?: string
  readonly agreedByName?: string
  readonly agreedAt?: Instant
}

/** So long the asking stands: who waits longer asks again. */
export const OVERRIDE_MINUTES = 10

/** Two people, at the same time: nobody agrees with herself, or with what was asked this morning. */
export function decideAgreeing(
  override: Override,
  agreeing: string,
  now: Instant,
): Result<'agree' | 'agreed'> {
  const { askedBy, askedAt, agreedBy } = override
  if (askedBy === agreeing) return refuse({ code: 'second_carer_needed' })
  if (agreedBy !== undefined)
    return agreedBy === agreeing ? accept('agreed') : refuse({ code: 'override_agreed' })
  if (now >= later(askedAt, OVERRIDE_MINUTES * MINUTE)) return refuse({ code: 'override_over' })
  return accept('agree')
}
