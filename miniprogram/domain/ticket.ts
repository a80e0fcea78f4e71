import type { BookingId, ChildId, SiteId } from './ids'
import { accept, type Result } from './result'
import { readFields, signFields, type SigningKey, type TicketKeys } from './signed-text'
import { slotKeyOf, slotTimeOf, type SlotKey, type Span } from './span'
import type { LocalDate } from './time'

/** What a family's QR at the door says: one child, one booking, one site, one day. */
export interface Ticket {
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
}

export const TICKET_MARK = 'YN1'
const FIELDS = 6

/** `YN1.<keyId>.<booking>.<child>.<site>.<yyyymmdd>.<hhmm>.<hhmm>.<signature>`, about 150 characters. */
export function signTicket(ticket: Ticket, key: SigningKey): string {
  const { bookingId, childId, siteId, date, span } = ticket
  const fields = [bookingId, childId, siteId, compactDate(date)]
  return signFields(TICKET_MARK, [...fields, slotKeyOf(span.from), slotKeyOf(span.to)], key)
}

/** `ticket_unreadable` for a code that is none of ours, `ticket_forged` for one that pretends. */
export function verifyTicket(text: string, keys: TicketKeys): Result<Ticket> {
  const read = readFields(text, TICKET_MARK, FIELDS, keys)
  if (!read.ok) return read
  const [bookingId, childId, siteId, date = '', from, to] = read.value
  return accept({
    bookingId: bookingId as BookingId,
    childId: childId as ChildId,
    siteId: siteId as SiteId,
    date: dateFrom(date),
    span: { from: slotTimeOf(from as SlotKey), to: slotTimeOf(to as SlotKey) },
  })
}

/** `20261126`: a date as a code has it. */
export function compactDate(date: LocalDate): string {
  return date.replace(/-/g, '')
}

export function dateFrom(compact: string): LocalDate {
  return `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6)}` as LocalDate
}
