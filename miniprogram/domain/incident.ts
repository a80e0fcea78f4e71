import type { ChildId, SiteId } from './ids'
import { addDays, daysBetween, type Instant, type LocalDate, type LocalTime } from './time'

/** Something that happened to a child in the room: a fall, a bite, a scald. */
export interface Incident {
  readonly id: string
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly time: LocalTime
  readonly place: string
  readonly childIds: readonly ChildId[]
  readonly what: string
  readonly action: string
  /** Who was told, and how: `小雨妈妈，电话`. */
  readonly told: string
  readonly by: string
  readonly recordedAt: Instant
  /** Who made sure that the recording is not overwritten. */
  readonly videoKept?: { readonly by: string; readonly at: Instant }
}

/** Recordings are kept at least so long (N58: full video coverage, 90 days); later nobody can save them. */
export const VIDEO_DAYS = 90

/** The last day on which the recording of that day is sure to exist. */
export function videoUntil(date: LocalDate): LocalDate {
  return addDays(date, VIDEO_DAYS)
}

export interface VideoHold {
  readonly until: LocalDate
  /** Days left to save it; 0 is today. */
  readonly daysLeft: number
  readonly state: 'kept' | 'due' | 'lost'
}

export function videoHoldOf(
  { date, videoKept }: Pick<Incident, 'date' | 'videoKept'>,
  today: LocalDate,
): VideoHold {
  const until = videoUntil(date)
  const daysLeft = Math.max(0, daysBetween(today, until))
  const state = videoKept ? 'kept' : today > until ? 'lost' : 'due'
  return { until, daysLeft, state }
}
