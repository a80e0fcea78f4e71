import type { DayBook, Reservation } from './day'
import { stoppedAtOf } from './attendance'
import { cancelFeeOf, cancelledByPoint } from './decide-cancellation'
import { accept, refuse, type Result } from './result'
import type { Tariff } from './tariff'
import {
  MINUTE,
  addDays,
  daysBetween,
  instantOf,
  later,
  type Instant,
  type LocalDate,
} from './time'

/** Days on which a family did not come, by date: siblings who miss one visit are one absence. */
export type Absences = Readonly<Record<LocalDate, Absence>>

export interface Absence {
  readonly at: Instant
  /** The family says why it should not count. */
  readonly appeal?: Appeal
  /** Staff have looked at the appeal. */
  readonly answer?: AppealAnswer
}

export const APPEAL_REASONS = ['ill', 'urgent', 'called', 'was_there'] as const
export type AppealReason = (typeof APPEAL_REASONS)[number]

export interface Appeal {
  readonly reason: AppealReason
  readonly at: Instant
}

export interface AppealAnswer {
  readonly lifted: boolean
  readonly by: string
  readonly at: Instant
}

/** After so long nobody waits any more, and the rest of the time goes to others. */
export const GRACE_MINUTES = 30
/** The third day on which nobody came … */
export const ABSENCE_LIMIT = 3
/** … within so many days … */
export const COUNTED_DAYS = 30
/** … stops new bookings for so many. */
export const LIMITED_DAYS = 7

/** Booked, and half an hour after its time, or after it was stopped at the door, still not here. */
export function isMissed(
  date: LocalDate,
  { state, span, door }: Pick<Reservation, 'state' | 'span' | 'door'>,
  now: Instant,
): boolean {
  const from = Math.max(instantOf(date, span.from), stoppedAtOf(door) ?? 0) as Instant
  return state === 'booked' && later(from, GRACE_MINUTES * MINUTE) <= now
}

/** The day's reservations that nobody came for and that are not marked so yet. */
export function missedOn({ date, reservations }: DayBook, now: Instant) {
  return Object.entries(reservations).filter(([, each]) => isMissed(date, each, now))
}

/** The reservation as it stands then. It costs what cancelling at the last minute would have cost. */
export function missedOf(date: LocalDate, reservation: Reservation, tariff: Tariff): Reservation {
  const { rev, quote, span } = reservation
  const cancelFen = cancelFeeOf(date, quote.totalFen, tariff, instantOf(date, span.from))
  return { ...reservation, state: 'missed', rev: rev + 1, cancelFen }
}

/** Its family had brought it, and it was stopped for want of a paper: that is no absence, and costs nothing. */
export function stoppedOf(reservation: Reservation, now: Instant): Reservation | undefined {
  if (stoppedAtOf(reservation.door) === undefined) return undefined
  const { cancelFen: _missed, ...rest } = reservation
  return cancelledByPoint(rest, '要先看健康证明，不算没来', now)
}

/** The dates that count against the family today, the latest first. */
export function countedAbsences(absences: Absences | undefined, today: LocalDate): LocalDate[] {
  const dates = Object.keys(absences ?? {}) as LocalDate[]
  return dates
    .filter((date) => !absences?.[date]?.answer?.lifted && daysBetween(date, today) < COUNTED_DAYS)
    .sort((a, b) => (a < b ? 1 : -1))
}

/** The day from which the family may book again; undefined when nothing keeps it. */
export function limitedUntil(
  absences: Absences | undefined,
  today: LocalDate,
): LocalDate | undefined {
  const counted = countedAbsences(absences, today)
  const [latest] = counted
  if (!latest || counted.length < ABSENCE_LIMIT) return undefined
  const until = addDays(latest, LIMITED_DAYS)
  return until > today ? until : undefined
}

/** Whether the family may still ask staff to look at this day: once, while it counts. */
export function decideAppeal(
  absences: Absences | undefined,
  date: LocalDate,
  today: LocalDate,
): Result<Absence> {
  const absence = absences?.[date]
  if (!absence || absence.answer || !countedAbsences(absences, today).includes(date))
    return refuse({ code: 'not_counted' })
  return accept(absence)
}
