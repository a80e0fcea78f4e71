import * as v from 'valibot'
import { LANGUAGES } from '../../../miniprogram/domain/book'
import { LEADER_ROLES, LONGEST_WHY, SESSION_SERVICES } from '../../../miniprogram/domain/session'
import { spanMinutes } from '../../../miniprogram/domain/span'
import { hours } from './show-plan'
import * as shape from './shapes'

const OLDEST = 84
const months = v.pipe(v.number(), v.safeInteger(), v.minValue(0, 'wrong'), v.maxValue(OLDEST))

const leader = {
  personId: v.exactOptional(shape.volunteerId),
  /** Empty while somebody is looked for. */
  name: shape.optionalText(10),
  role: v.picklist(LEADER_ROLES),
}

/** What a session is, as its author writes it. */
const sessionFacts = v.strictObject({
  span: v.pipe(
    v.strictObject({ from: shape.time, to: shape.time }),
    v.check((span) => spanMinutes(span) >= 15, 'wrong'),
  ),
  service: v.picklist(SESSION_SERVICES),
  title: shape.typed(20),
  language: v.picklist(LANGUAGES),
  leader: v.strictObject(leader),
  room: v.string(),
  places: v.pipe(v.number(), v.safeInteger(), v.minValue(1, 'wrong'), v.maxValue(60, 'wrong')),
  accompanied: v.boolean(),
  fromMonths: months,
  toMonths: months,
  cover: v.string(),
  bookIds: shape.list(shape.anyId, 12),
  /** Helpers besides the leader; absent: none. */
  helpersWanted: v.exactOptional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(0, 'wrong'), v.maxValue(9, 'wrong')),
  ),
})

const deskSession = v.object({
  id: shape.sessionId,
  date: shape.date,
  ...sessionFacts.entries,
  /** A leader who wants to hand the session on leads it until somebody takes it. */
  leader: v.object(leader),
  /** Children who are booked. */
  children: v.number(),
  /** Families that wait. */
  waiting: v.number(),
  /** Why it does not take place. */
  off: v.exactOptional(v.string()),
  /** It comes from a line of the timetable. */
  every: v.boolean(),
})

/** A week at the desk: its sessions, and what they are planned from. */
export const showWeekPlan = {
  input: v.strictObject({ siteId: shape.siteId, monday: shape.date }),
  output: v.object({
    now: shape.instant,
    monday: shape.date,
    sessions: v.array(deskSession),
    days: v.array(
      v.object({
        date: shape.date,
        hours: v.exactOptional(shape.span),
        closed: v.exactOptional(v.string()),
      }),
    ),
    /** The books that its sessions name. */
    books: shape.namedBooks,
    rooms: v.array(v.object({ id: v.string(), name: v.string(), shared: v.boolean() })),
    nap: v.exactOptional(shape.span),
    hours,
    /** Names that have led a session or work here. */
    leaders: v.array(v.object(leader)),
  }),
}

/** Plans a session, or changes one that nobody has booked in what families were promised. */
export const saveSession = {
  input: v.strictObject({
    siteId: shape.siteId,
    date: shape.date,
    /** The session that is changed; absent for a new one. */
    sessionId: v.exactOptional(shape.sessionId),
    attempt: shape.attempt,
    session: sessionFacts,
    /**
     * In the timetable as it is now, so that every week planned from it has it; false: not any more, what is planned
     * already stays. Absent: the timetable is left as it is.
     */
    every: v.exactOptional(v.boolean()),
  }),
  output: v.object({ sessionId: shape.sessionId }),
}

/** Calls a session off, takes its bookings back without cost and tells the families why. */
export const callOffSession = {
  input: v.strictObject({
    siteId: shape.siteId,
    sessionId: shape.sessionId,
    /** Families read it: 阿May 病了. */
    why: shape.typed(LONGEST_WHY),
    /** How many children the person saw; another number is refused with `bookings_changed`. */
    seenChildren: v.pipe(v.number(), v.safeInteger()),
  }),
  output: v.object({ released: v.number() }),
}

/** Fills a week from another week, or from the timetable. What cannot be there is left out and named. */
export const fillWeek = {
  input: v.strictObject({
    siteId: shape.siteId,
    /** The week that is copied; absent: the timetable. */
    from: v.exactOptional(shape.date),
    to: shape.date,
  }),
  output: v.object({
    made: v.number(),
    left: v.array(
      v.object({ date: shape.date, span: shape.span, title: v.string(), why: shape.refusalCode }),
    ),
  }),
}
