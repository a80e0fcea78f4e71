import { ageInMonths } from './age'
import { billOf, type Bill } from './bill'
import type { Placeable } from './child'
import type { DayBook } from './day'
import { placeChildren, type Placement } from './decide-booking'
import { refuseFamily, refuseHeld } from './decide-care'
import type { Household } from './household'
import type { SessionId } from './ids'
import { accept, refuse, type Refused, type Result } from './result'
import { bookedSessionOf, fullSeats, type BookedSession, type Seats } from './seats'
import { slotKeyOf, slotTimesOf } from './span'
import type { Tariff } from './tariff'
import { instantOf, type Instant } from './time'

export interface SessionAsk {
  readonly day: DayBook
  readonly sessionId: SessionId
  readonly household: Pick<Household, 'papers' | 'absences' | 'owedFen' | 'health'>
  /** Siblings are one ask: all of them, or none. */
  readonly children: readonly Placeable[]
  readonly tariff: Tariff
  readonly now: Instant
}

export interface SessionDecided {
  readonly session: BookedSession
  readonly span: Seats['span']
  readonly placements: readonly Placement[]
  readonly bill: Bill
}

/** Places in a session and their price: what a quote shows is what a booking takes. */
export function decideSession(ask: SessionAsk): Result<SessionDecided> {
  const found = findSeats(ask)
  if (!found.ok) return found
  const { seats, placements } = found.value
  const { day, sessionId, household, children, tariff, now } = ask
  const limit = fullSeats(day, seats, placements, now)
  if (limit) return refuse({ code: 'class_full', limit, places: seats.places })
  const { span, service } = seats
  const ids = children.map(({ id }) => id)
  const resident = household.papers !== undefined
  const bill = billOf(ids, span, tariff, resident, 0, service)
  return accept({ session: bookedSessionOf(sessionId, seats), span, placements, bill })
}

/** The session and where the children would be in it: all that is asked of a family, but whether there is room. */
export function findSeats(
  ask: Omit<SessionAsk, 'household' | 'tariff'> &
    Partial<Pick<SessionAsk, 'tariff'>> & { readonly household: SessionAsk['household'] },
): Result<{ readonly seats: Seats; readonly placements: readonly Placement[] }> {
  const { day, sessionId, household, children, now } = ask
  const seats = day.sessions?.[sessionId]
  if (!seats) return refuse({ code: 'session_off', why: '' })
  if (seats.off !== undefined) return refuse({ code: 'session_off', why: seats.off })
  if (instantOf(day.date, seats.span.from) <= now) return refuse({ code: 'span_past' })
  const refused =
    refuseFamily(day.date, household, children, now, ask.tariff) ??
    refuseAges(day, seats, children) ??
    refuseHeld({ day, children, span: seats.span, now }) ??
    refuseTwice(day, seats, children)
  if (refused) return refused
  const placed = seats.accompanied ? accept(besideAdults(day, children)) : placeChildren(ask)
  return placed.ok ? accept({ seats, placements: placed.value }) : placed
}

function refuseAges(
  { date }: DayBook,
  { fromMonths, toMonths }: Seats,
  children: readonly Placeable[],
): Refused | undefined {
  const isOther = children.some(({ birthDate }) => {
    const age = ageInMonths(birthDate, date)
    return age < fromMonths || age >= toMonths
  })
  return isOther ? refuse({ code: 'other_age', fromMonths, toMonths }) : undefined
}

/** Care, a story and a class are all one place in time. */
function refuseTwice(
  day: DayBook,
  { span }: Seats,
  children: readonly Placeable[],
): Refused | undefined {
  const at = slotTimesOf(span).find((time) =>
    children.some(({ id }) => day.kids[id]?.[slotKeyOf(time)] !== undefined),
  )
  return at === undefined ? undefined : refuse({ code: 'child_already_booked', at })
}

/** With an adult beside it a child takes nothing of the carers; the group is only where lists show it. */
function besideAdults(day: DayBook, children: readonly Placeable[]): Placement[] {
  const [first] = day.groups
  return children.flatMap((child) => {
    const placed = placeChildren({ day, children: [child] })
    const groupId = placed.ok ? placed.value[0]?.groupId : first?.id
    return groupId === undefined ? [] : [{ childId: child.id, groupId, load: 0 }]
  })
}
