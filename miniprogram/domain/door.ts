import { GRACE_MINUTES } from './absence'
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

/** A child comes in, or goes home. */
export type DoorAct = 'in' | 'out'

export type DoorState = Pick<Reservation, 'state' | 'span' | 'inAt' | 'outAt'>

export interface DoorScan {
  readonly ticket: Ticket
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
  if (ticket.siteId !== siteId) return refuse({ code: 'ticket_other_site' })
  if (ticket.date !== dateOf(now)) return refuse({ code: 'ticket_other_day', date: ticket.date })
  if (!reservation || reservation.state === 'held') return refuse({ code: 'ticket_unknown' })
  if (reservation.state === 'cancelled') return refuse({ code: 'already_cancelled' })
  if (reservation.state === 'missed')
    return refuse({ code: 'place_given_up', since: givenUpAt(reservation) })
  if (reservation.state === 'gone')
    return refuse({ code: 'already_gone', since: timeOf(reservation.outAt ?? now) })
  if (act === 'out') return reservation.state === 'inside' ? accept(act) : notInside()
  if (reservation.state === 'inside')
    return refuse({ code: 'already_inside', since: timeOf(reservation.inAt ?? now) })
  return refuseTime(ticket.date, reservation.span, now) ?? accept(act)
}

function givenUpAt({ span }: DoorState): LocalTime {
  return timeAt(minutesOf(span.from) + GRACE_MINUTES)
}

function notInside(): Refused {
  return refuse({ code: 'not_inside' })
}

function refuseTime(date: LocalDate, { from, to }: Span, now: Instant): Refused | undefined {
  if (now < later(instantOf(date, from), -EARLY_MINUTES * MINUTE))
    return refuse({ code: 'ticket_early', from })
  if (now >= instantOf(date, to)) return refuse({ code: 'ticket_over', to })
  return undefined
}
