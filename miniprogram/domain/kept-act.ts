import { attendanceOf, type DoorRecord, type DoorRecords, type UndoReason } from './attendance'
import { readDoorCode } from './door-code'
import { refusePlace } from './door'
import type { BookingId, SiteId } from './ids'
import { accept, refuse, type Result } from './result'
import type { Refusal } from './refusal'
import type { TicketKeys } from './signed-text'
import { DAY, dateOf, later, timeOf, type Instant, type LocalDate } from './time'

/** What a phone without network did at the door and keeps until it can tell it. `listed` let a child in by the list, `stopped` did not. */
export type KeptAct = { readonly nonce: string; readonly at: Instant } & (
  | { readonly act: 'in' | 'out'; readonly code: string }
  | { readonly act: 'listed'; readonly bookingId: BookingId }
  | { readonly act: 'stopped'; readonly bookingId: BookingId }
  | {
      readonly act: 'undo'
      readonly bookingId: BookingId
      readonly undoes: string
      readonly reason: UndoReason
    }
)

/** What is told later than this many days after it happened is for people to sort out. */
const KEPT_DAYS = 7

/** When it happened by the right clock: a phone that is an hour slow now was an hour slow then. Never in the future. */
export function rightTime(at: Instant, sentAt: Instant, now: Instant): Instant {
  return Math.min(now, later(at, now - sentAt)) as Instant
}

export interface TellingAct {
  readonly bookingId: BookingId
  readonly date: LocalDate
  readonly record: DoorRecord
}

/** What a kept act says about which booking; a code is checked once more, and belongs to the day of the act. */
export function readKeptAct(
  act: KeptAct,
  facts: {
    readonly at: Instant
    readonly now: Instant
    readonly by: string
    readonly siteId: SiteId
    readonly keys: TicketKeys
  },
): Result<TellingAct> {
  const { at, now, by, siteId, keys } = facts
  const date = dateOf(at)
  if (at < later(now, -KEPT_DAYS * DAY)) return refuse({ code: 'ticket_other_day', date })
  if (act.act === 'undo') {
    const { bookingId, undoes, reason } = act
    return accept({ bookingId, date, record: { act: 'undo', at, by, undoes, reason } })
  }
  if (act.act === 'listed' || act.act === 'stopped') {
    const { bookingId } = act
    const came = { act: 'in', at, by, way: 'list' } as const
    return accept({
      bookingId,
      date,
      record: act.act === 'listed' ? came : { act: 'stopped', at, by },
    })
  }
  const read = readDoorCode(act.code, keys)
  if (!read.ok) return read
  const code = read.value
  const elsewhere = refusePlace(code, siteId, at)
  if (elsewhere) return elsewhere
  if (code.kind === 'pass' && act.act === 'in') return refuse({ code: 'pass_only_out' })
  const way =
    code.kind === 'pass'
      ? ({ way: 'pass', passId: code.passId } as const)
      : ({ way: 'ticket' } as const)
  return accept({ bookingId: code.bookingId, date, record: { act: act.act, at, by, ...way } })
}

/** Why a record made no difference; undefined for one that did, or that was undone. */
export function doesNotFit(records: DoorRecords, nonce: string): Refusal | undefined {
  const record = records[nonce]
  if (!record) return undefined
  const all = Object.values(records)
  if (record.act === 'stopped') return undefined
  if (record.act === 'undo') return records[record.undoes] ? undefined : { code: 'nothing_to_undo' }
  if (all.some((other) => other.act === 'undo' && other.undoes === nonce)) return undefined
  const { [nonce]: _, ...others } = records
  const [now, without] = [attendanceOf(records), attendanceOf(others)]
  if (now.inAt !== without.inAt || now.outAt !== without.outAt) return undefined
  if (now.state === 'booked') return { code: 'not_inside' }
  return record.act === 'in'
    ? { code: 'already_inside', since: timeOf(now.inAt ?? record.at) }
    : now.outAt === undefined
      ? { code: 'not_inside' }
      : { code: 'already_gone', since: timeOf(now.outAt) }
}
