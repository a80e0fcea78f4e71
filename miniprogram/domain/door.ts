import { GRACE_MINUTES, stoppedOf } from './absence'
import { attendanceOf, stoppedAtOf, type DoorAct, type DoorRecords } from './attendance'
import type { Reservation } from './day'
import type { SiteId } from './ids'
import { accept, refuse, type Refused, type Result } from './result'
import type { Span } from './span'
import type { Ticket } from './ticket'
import {
  MINUTE,
  dateOf,
  instantOf,
  later,
  minutesOf,
  timeAt,
  timeOf,
  type Instant,
  type LocalDate,
  type LocalTime,
} from './time'

/** How long before the booked time a child may come in. */
export const EARLY_MINUTES = 15

export type DoorState = Pick<Reservation, 'state' | 'span' | 'inAt' | 'outAt'>

export interface DoorScan {
  /** Site and day of the code, or of the list. */
  readonly ticket: Pick<Ticket, 'siteId' | 'date'>
  readonly act: DoorAct
  /** The site whose door this is. */
  readonly siteId: SiteId
  /** The reservation that the ticket names; undefined when the day does not know it. */
  readonly reservation: DoorState | undefined
  readonly now: Instant
}

/** What scanning this child's ticket would mean now. */
export function nextActOf(reservation: DoorState | undefined): DoorAct {
  return reservation?.state === 'inside' ? 'out' : 'in'
}

/** Whether a ticket opens the door: once in, once out, on its own day, at its own site. */
export function decideDoor(scan: DoorScan): Result<DoorAct> {
  const { ticket, act, siteId, reservation, now } = scan
  const elsewhere = refusePlace(ticket, siteId, now)
  if (elsewhere) return elsewhere
  const lost = refuseLost(reservation)
  if (lost || !reservation) return lost ?? refuse({ code: 'ticket_unknown' })
  const { state, span, inAt = now, outAt = now } = reservation
  if (state === 'gone') return refuse({ code: 'already_gone', since: timeOf(outAt) })
  if (state === 'inside')
    return act === 'out' ? accept(act) : refuse({ code: 'already_inside', since: timeOf(inAt) })
  return act === 'in'
    ? (refuseTime(ticket.date, span, now) ?? accept(act))
    : refuse({ code: 'not_inside' })
}

/** No booking, or one that has no place any more: nothing can happen to it at the door. */
export function refuseLost(
  reservation: Pick<Reservation, 'state' | 'span'> | undefined,
): Refused | undefined {
  if (!reservation || reservation.state === 'held') return refuse({ code: 'ticket_unknown' })
  if (reservation.state === 'cancelled') return refuse({ code: 'already_cancelled' })
  if (reservation.state !== 'missed') return undefined
  return refuse({ code: 'place_given_up', since: givenUpAt(reservation) })
}

function givenUpAt({ span }: Pick<Reservation, 'span'>): LocalTime {
  return timeAt(minutesOf(span.from) + GRACE_MINUTES)
}

/** A code of another site, or of another day. */
export function refusePlace(
  ticket: DoorScan['ticket'],
  siteId: SiteId,
  now: Instant,
): Refused | undefined {
  if (ticket.siteId !== siteId) return refuse({ code: 'ticket_other_site' })
  if (ticket.date !== dateOf(now)) return refuse({ code: 'ticket_other_day', date: ticket.date })
  return undefined
}

/** Too early to come in, or the time is over. */
export function refuseTime(date: LocalDate, { from, to }: Span, now: Instant): Refused | undefined {
  if (now < later(instantOf(date, from), -EARLY_MINUTES * MINUTE))
    return refuse({ code: 'ticket_early', from })
  if (now >= instantOf(date, to)) return refuse({ code: 'ticket_over', to })
  return undefined
}

/**
 * The reservation once these things have happened to it too. Records that it has already change nothing: the same
 * object comes back. A place that was given up is the child's again once it is told that it had come in time. Not for
 * one that is cancelled.
 */
export function withRecords(reservation: Reservation, records: DoorRecords): Reservation {
  const known = reservation.door ?? {}
  const fresh = Object.entries(records).filter(([nonce]) => !(nonce in known))
  if (fresh.length === 0) return reservation
  const door = { ...known, ...Object.fromEntries(fresh) }
  const rev = reservation.rev + 1
  const { state, inAt, outAt } = attendanceOf(door)
  const wasMissed = reservation.state === 'missed'
  // Stopped in time by a phone that tells it later only: nobody had missed it.
  const stoppedAt = stoppedAtOf(Object.fromEntries(fresh))
  if (wasMissed && stoppedAt !== undefined && timeOf(stoppedAt) < givenUpAt(reservation))
    return stoppedOf({ ...reservation, door }, stoppedAt) ?? reservation
  const inTime = inAt !== undefined && timeOf(inAt) < givenUpAt(reservation)
  if (wasMissed && !inTime) return { ...reservation, door, rev }
  // Who came in time never missed it, whatever a timer had thought.
  const { inAt: _in, outAt: _out, cancelFen, ...rest } = reservation
  return {
    ...rest,
    ...(wasMissed || cancelFen === undefined ? {} : { cancelFen }),
    state,
    door,
    rev,
    ...(inAt === undefined ? {} : { inAt }),
    ...(outAt === undefined ? {} : { outAt }),
  }
}

/** A slip is undone on its own day, the last thing first. */
export function decideUndo(
  reservation: Pick<Reservation, 'state' | 'span' | 'door'> | undefined,
  undoes: string,
): Result<string> {
  const lost = refuseLost(reservation)
  if (lost) return lost
  const { last } = attendanceOf(reservation?.door ?? {})
  return last === undefined || last !== undoes
    ? refuse({ code: 'nothing_to_undo' })
    : accept(undoes)
}
