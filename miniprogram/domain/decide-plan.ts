import type { Day } from './day'
import { refuseClosed } from './decide-booking'
import { accept, refuse, type Refused, type Result } from './result'
import type { Leader, Session } from './session'
import type { Room } from './site'
import { SLOT_MINUTES, overlaps, spanMinutes, type Span } from './span'
import { instantOf, minutesOf, type Instant } from './time'

export interface PlanAsk {
  readonly session: Session
  /** The date as it is planned: its hours and what is closed. */
  readonly day: Pick<Day, 'date' | 'closed' | 'hours' | 'slots'>
  /** The other sessions of its week. */
  readonly others: readonly Session[]
  readonly rooms: readonly Room[]
  readonly nap?: Span | undefined
  readonly now: Instant
}

/** Whether a session can be there: the point is open, nobody sleeps, room and leader are free. */
export function decidePlan(ask: PlanAsk): Result<Session> {
  const { session, day, nap, now } = ask
  const { span } = session
  if (minutesOf(span.from) % SLOT_MINUTES !== 0 || spanMinutes(span) <= 0)
    return refuse({ code: 'span_off_grid' })
  if (instantOf(session.date, span.from) <= now) return refuse({ code: 'span_past' })
  const closed = refuseClosed(day, span)
  if (closed) return closed
  if (nap && overlaps(nap, span)) return refuse({ code: 'nap_time', nap })
  return refuseClash(ask) ?? accept(session)
}

function refuseClash({ session, others, rooms }: PlanAsk): Refused | undefined {
  for (const { title: by, span, room, leader } of others.filter((each) => isAt(each, session))) {
    if (room === session.room) {
      const name = rooms.find(({ id }) => id === room)?.name ?? ''
      return refuse({ code: 'room_taken', room: name, by, span })
    }
    if (isSame(leader, session.leader))
      return refuse({ code: 'leader_busy', leader: leader.name, by, span })
  }
  return undefined
}

/** Another session that takes place at the same time. */
function isAt(other: Session, { id, date, span }: Session): boolean {
  return other.id !== id && !other.cancelled && other.date === date && overlaps(other.span, span)
}

function isSame(a: Leader, b: Leader): boolean {
  return a.personId !== undefined && b.personId !== undefined
    ? a.personId === b.personId
    : a.name !== '' && a.name === b.name
}

/** What families were promised when they booked. */
export function keepsPromise(before: Session, after: Session, children: number): boolean {
  const same = (['date', 'room', 'accompanied', 'fromMonths', 'toMonths'] as const).every(
    (field) => before[field] === after[field],
  )
  const { from, to } = before.span
  return same && from === after.span.from && to === after.span.to && after.places >= children
}
