import { decideBooking, type BookingAsk } from './decide-booking'
import type { BookingId, ChildId, HouseholdId, SeriesId, SiteId } from './ids'
import type { Fen } from './money'
import { PLANNED_DAYS } from './planning'
import type { Refusal, RefusalCode } from './refusal'
import { isShared, shareLeftOf, weekOf } from './share'
import { spanMinutes, type Span } from './span'
import {
  addDays,
  instantOf,
  localTime,
  weekdayOf,
  type Instant,
  type LocalDate,
  type Weekday,
} from './time'

/** The same span on some weekdays for some weeks: booked where places are released, asked for where they are not yet. */
export interface Series {
  readonly id: SeriesId
  readonly siteId: SiteId
  readonly householdId: HouseholdId
  /** Siblings come together on each day or not at all. */
  readonly childIds: readonly ChildId[]
  readonly weekdays: readonly Weekday[]
  readonly span: Span
  readonly weeks: number
  /** All of the days that can be decided at once or none of them; or each day by itself. */
  readonly mode: SeriesMode
  /** What one visit cost when the family asked; a day that costs otherwise is not booked. */
  readonly seenTotalFen: Fen
  /** Who asked, and is told. */
  readonly openid: string
  readonly askedAt: Instant
  /** `asked`: not all days have been looked at yet; a process that died is followed up by the timer. */
  readonly state: 'asked' | 'stands' | 'refused' | 'cancelled'
  readonly days: Readonly<Record<LocalDate, SeriesDay>>
  /** When the next waiting day is to be decided; absent when none waits. */
  readonly nextAt?: Instant
  readonly rev: number
}

export type SeriesMode = 'all' | 'each'

export type SeriesDay =
  /** Not released: decided from that moment on. */
  | { readonly state: 'waiting'; readonly until: Instant }
  | { readonly state: 'booked'; readonly bookingIds: readonly BookingId[] }
  | { readonly state: 'refused'; readonly why: RefusalCode }
  /** The family no longer wants it. */
  | { readonly state: 'dropped' }

export const MOST_WEEKS = 8

/** The dates of so many weeks from this date on, in order. */
export function seriesDatesOf(
  weekdays: readonly Weekday[],
  from: LocalDate,
  weeks: number,
): LocalDate[] {
  return Array.from({ length: weeks * 7 }, (_, index) => addDays(from, index)).filter((date) =>
    weekdays.includes(weekdayOf(date)),
  )
}

/** What becomes of a day that the rules refused: some refusals only mean that it is too early. */
export function refusedDayOf(refusal: Refusal, date: LocalDate): SeriesDay {
  if (refusal.code === 'day_not_open') return { state: 'waiting', until: plannedAt(date) }
  if (refusal.code === 'draw_pending') return { state: 'waiting', until: refusal.closesAt }
  // Urgent places are for whoever needs one at short notice.
  if (refusal.code === 'not_released')
    return refusal.urgent
      ? { state: 'refused', why: 'session_full' }
      : { state: 'waiting', until: refusal.opensAt }
  return { state: 'refused', why: refusal.code }
}

function plannedAt(date: LocalDate): Instant {
  return instantOf(addDays(date, 1 - PLANNED_DAYS), localTime('00:00'))
}

/** The first moment at which a day that waits can be decided. */
export function nextAtOf(days: Series['days']): Instant | undefined {
  const moments = Object.values(days).flatMap((day) => (day.state === 'waiting' ? [day.until] : []))
  return moments.length > 0 ? (Math.min(...moments) as Instant) : undefined
}

/** One day as the series would book it; undefined while it is not planned. */
export type SeriesAsk = Omit<BookingAsk, 'span' | 'shareLeft'> | undefined

export type Foreseen = { readonly state: 'free' } | SeriesDay

/**
 * What would become of each day if the series were booked now. Days of one week share the household's share, the
 * earlier first. `takenIn` says what the household has taken of the week that begins on a Monday, in minutes.
 */
export function foreseeSeries(
  dates: readonly LocalDate[],
  span: Span,
  askOf: (date: LocalDate) => SeriesAsk,
  takenIn: (week: LocalDate) => number,
): ReadonlyMap<LocalDate, Foreseen> {
  const taking = new Map<LocalDate, number>()
  const foreseen = new Map<LocalDate, Foreseen>()
  for (const date of dates) {
    const ask = askOf(date)
    if (!ask) {
      foreseen.set(date, refusedDayOf({ code: 'day_not_open', date }, date))
      continue
    }
    const { day, children, now } = ask
    const week = weekOf(date)
    const taken = takenIn(week) + (taking.get(week) ?? 0)
    const shareLeft = shareLeftOf(day, taken, now)
    const decided = decideBooking({
      ...ask,
      span,
      ...(shareLeft === undefined ? {} : { shareLeft }),
    })
    foreseen.set(date, decided.ok ? { state: 'free' } : refusedDayOf(decided.refusal, date))
    if (decided.ok && isShared(day, now))
      taking.set(week, (taking.get(week) ?? 0) + spanMinutes(span) * children.length)
  }
  return foreseen
}
