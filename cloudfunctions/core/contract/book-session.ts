import * as v from 'valibot'
import { bookingView } from './booking-view'
import { careQuotes } from './quote-care'
import * as shape from './shapes'
import { seatsView, sessionView } from './session-view'
import { waitView } from './wait-for-place'

const sessionAsk = {
  siteId: shape.siteId,
  sessionId: shape.sessionId,
  childIds: v.pipe(shape.list(shape.childId, 5), v.minLength(1, 'missing')),
}

/** One session, how much room is left, and what the caller's family has to do with it. */
export const showSession = {
  input: v.strictObject({ siteId: shape.siteId, sessionId: shape.sessionId }),
  output: v.object({
    now: shape.instant,
    session: v.object({ ...sessionView.entries, ...seatsView }),
    roomName: v.string(),
    /** What will be read. */
    books: shape.namedBooks,
    /** The family's children who are booked, with the booking of each. */
    booked: v.array(v.object({ childId: shape.childId, bookingId: shape.bookingId })),
    wait: v.exactOptional(waitView),
  }),
}

/** What the session costs for these children, decided by the same rules as the booking. */
export const quoteSession = {
  input: v.strictObject(sessionAsk),
  output: v.object(careQuotes),
}

/** Books a session for one child or siblings, all or nothing. The same attempt again gives the same answer. */
export const bookSession = {
  input: v.strictObject({
    ...sessionAsk,
    attempt: shape.attempt,
    /** The asking on the waiting list whose offer is taken. */
    waitId: v.exactOptional(shape.waitId),
    /** The total that the guardian saw: another one is refused with `price_changed`. */
    seenTotalFen: shape.fen,
    /** Templates that the guardian allowed in this tap. */
    accepted: shape.templates,
  }),
  output: v.object({ bookings: v.array(bookingView) }),
}

/** Waits for a place in a full session: one asking a family and session. */
export const waitForSession = {
  input: v.strictObject({ ...sessionAsk, attempt: shape.attempt }),
  output: v.object({ wait: waitView }),
}
