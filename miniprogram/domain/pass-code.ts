import type { BookingId, ChildId, PassId, SiteId } from './ids'
import { accept, type Result } from './result'
import { readFields, signFields, type SigningKey, type TicketKeys } from './signed-text'
import { compactDate, dateFrom } from './ticket'
import type { LocalDate } from './time'

/** What the QR of a pick-up pass says. Who may use it stands in the pass itself, under this id. */
export interface PassCode {
  readonly passId: PassId
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly siteId: SiteId
  readonly date: LocalDate
}

export const PASS_MARK = 'YP1'
const FIELDS = 5

/** `YP1.<keyId>.<pass>.<booking>.<child>.<site>.<yyyymmdd>.<signature>`: signed in the ticket's manner. */
export function signPass(pass: PassCode, key: SigningKey): string {
  const { passId, bookingId, childId, siteId, date } = pass
  return signFields(PASS_MARK, [passId, bookingId, childId, siteId, compactDate(date)], key)
}

/** `ticket_unreadable` for a code that is none of ours, `ticket_forged` for one that pretends. */
export function verifyPass(text: string, keys: TicketKeys): Result<PassCode> {
  const read = readFields(text, PASS_MARK, FIELDS, keys)
  if (!read.ok) return read
  const [passId, bookingId, childId, siteId, date = ''] = read.value
  return accept({
    passId: passId as PassId,
    bookingId: bookingId as BookingId,
    childId: childId as ChildId,
    siteId: siteId as SiteId,
    date: dateFrom(date),
  })
}
